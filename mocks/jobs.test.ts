import { expect, test } from 'vitest';
import type { ChronosJob, JobRun } from '../src/api/chronos/job.ts';
import { manualClock, type ManualClock } from '../src/cluster/kernel/clock.ts';
import { createWorld, type World } from './scenarios/create-world.ts';
import { demo } from './scenarios/demo.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { small } from './scenarios/small.ts';

const HOUR = 3_600_000;

interface Beginning {
  scenario?: Scenario;
  snapshot?: ReturnType<World['store']['snapshot']>;
  clock?: ManualClock;
}

async function begin({ scenario = small, snapshot, clock = manualClock() }: Beginning = {}): Promise<[World, ManualClock]> {
  const world = createWorld(scenario, { clock, ...(snapshot && { snapshot }) });
  const state = { ready: false };
  const watched = world.ready.then(() => (state.ready = true));
  for (let steps = 0; !state.ready && steps < 1000; steps++) await clock.advance(10);
  await watched;
  return [world, clock];
}

async function chronos<T>(world: World, target: string, body?: object): Promise<T | undefined> {
  const request = new Request(`http://chronos/v1/scheduler/${target}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const answer = await world.cluster.upstreams.chronos(request);
  if (!answer.ok) throw new Error(`${target}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : ((await answer.json()) as T);
}

test('jobs run in the cluster of a page, one after the other, and are there again after a reload', async () => {
  const [world, clock] = await begin();
  const start = new Date(clock.now() + HOUR).toISOString();
  const size = { cpus: 0.1, mem: 32 };
  await chronos(world, 'iso8601', { name: 'nightly', command: 'true', schedule: `R/${start}/P1D`, ...size });
  await chronos(world, 'dependency', { name: 'report', command: 'true', parents: ['nightly'], ...size });
  await clock.advance(HOUR + 60_000);
  const runs = await chronos<JobRun[]>(world, 'job/runs/nightly');
  expect(runs).toMatchObject([{ scheduled: start, host: expect.any(String) as string }]);
  for (let hour = 0; hour < 3; hour++) await clock.advance(HOUR);
  expect(await chronos<JobRun[]>(world, 'job/runs/report')).toMatchObject([{ state: 'success' }]);

  const [again] = await begin({ snapshot: world.store.snapshot(), clock });
  expect(await chronos<ChronosJob[]>(again, 'jobs')).toMatchObject([
    { name: 'nightly', successCount: 1 },
    { name: 'report', successCount: 1 },
  ]);
});

test('the jobs of the demo have a past, and nothing of it is made up for', async () => {
  const [world, clock] = await begin({ scenario: demo });
  const before = (await chronos<JobRun[]>(world, 'job/runs/nightly-backup')) ?? [];
  expect(before).toHaveLength(40);
  expect(before.filter(({ state }) => state === 'failure')).toHaveLength(2);
  await clock.advance(61_000);
  expect(await chronos<JobRun[]>(world, 'job/runs/nightly-backup')).toHaveLength(40);
  expect((await chronos<JobRun[]>(world, 'job/runs/heartbeat'))?.length).toBeGreaterThan(0);
  expect(await chronos<ChronosJob>(world, 'job/import-prices')).toMatchObject({ errorsSinceLastSuccess: 4 });
});
