import { expect, test } from 'vitest';
import { manualClock, type ManualClock } from '../../src/cluster/kernel/clock.ts';
import { busy } from './busy.ts';
import { createWorld, type World } from './create-world.ts';
import { demo } from './demo.ts';
import { empty } from './empty.ts';
import { medium } from './medium.ts';
import type { Scenario } from './scenario.ts';

interface ListedApp {
  id: string;
  instances: number;
  tasksRunning: number;
  tasksStaged: number;
}

async function begin(
  scenario: Scenario,
  options: { snapshot?: ReturnType<World['store']['snapshot']> } = {},
): Promise<[World, ManualClock]> {
  const clock = manualClock();
  const world = createWorld(scenario, { clock, ...options });
  await settled(world.ready, clock);
  return [world, clock];
}

/** Lets time pass until the promise is done, at most ten seconds. */
async function settled(promise: Promise<void>, clock: ManualClock): Promise<void> {
  const state = { done: false };
  const watched = promise.finally(() => (state.done = true));
  for (let steps = 0; !state.done && steps < 1000; steps++) await clock.advance(10);
  await watched;
}

const marathon = async <T>(world: World, path: string): Promise<T> =>
  (await (await world.cluster.upstreams.marathon(new Request(`http://marathon${path}`))).json()) as T;

const apps = async (world: World): Promise<Record<string, ListedApp>> => {
  const list = await marathon<{ apps: ListedApp[] }>(world, '/v2/apps?embed=apps.counts');
  return Object.fromEntries(list.apps.map((app) => [app.id, app]));
};

test('the demo has apps that run, fail and wait', async () => {
  const [world, clock] = await begin(demo);
  await clock.advance(3000);
  const running = await apps(world);
  for (const id of ['/redis', '/shop/web', '/shop/api', '/shop/jobs/mailer', '/oinker'])
    expect(running[id]?.tasksRunning).toBe(running[id]?.instances);
  expect(running['/too-big']).toMatchObject({ tasksRunning: 0, tasksStaged: 0 });
  await clock.advance(10_000);
  const failure = async (id: string): Promise<string> =>
    (await marathon<{ app: { lastTaskFailure?: { message: string } } }>(world, `/v2/apps/${id}`)).app.lastTaskFailure?.message ?? '';
  expect(await failure('/crashing')).toContain('exited with status 1');
  expect(await failure('/typo-in-image')).toContain('redis-not-found');
});

test('the medium world runs its 300 tasks within five seconds', async () => {
  const [world, clock] = await begin(medium);
  await clock.advance(5000);
  const running = Object.values(await apps(world)).reduce((sum, app) => sum + app.tasksRunning, 0);
  expect(running).toBe(300);
});

test('the busy world runs its 10,000 tasks, and about 50 events a second come of it', async () => {
  const [world, clock] = await begin(busy);
  await clock.advance(2000);
  const running = Object.values(await apps(world)).reduce((sum, app) => sum + app.tasksRunning, 0);
  expect(running).toBe(10_000);
  await clock.advance(20_000);
  const events = await eventsIn(world, clock, 20);
  expect(events / 20).toBeGreaterThan(35);
  expect(events / 20).toBeLessThan(75);
});

/** How many events Marathon tells in so many seconds. */
async function eventsIn(world: World, clock: ManualClock, seconds: number): Promise<number> {
  const stream = await world.cluster.upstreams.marathon(
    new Request('http://marathon/v2/events', { headers: { accept: 'text/event-stream' } }),
  );
  const reader = stream.body?.getReader();
  let text = '';
  const read = async (): Promise<void> => {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) text += new TextDecoder().decode(part.value);
  };
  const reading = read();
  for (let second = 0; second < seconds; second++) await clock.advance(1000);
  await reader?.cancel();
  await reading;
  return text.split('\nevent:').length - 1;
}

test('a world goes on from its snapshot, without its apps being posted again', async () => {
  const [first, clock] = await begin(demo);
  await clock.advance(3000);
  await first.cluster.upstreams.marathon(new Request('http://marathon/v2/apps//redis?force=true', { method: 'DELETE' }));
  await clock.advance(1000);
  const [second, later] = await begin(demo, { snapshot: first.store.snapshot() });
  await later.advance(2000);
  const running = await apps(second);
  expect(running['/redis']).toBeUndefined();
  expect(running['/shop/web']?.tasksRunning).toBe(2);
});

test('without agents an app waits', async () => {
  const [world, clock] = await begin(empty);
  await clock.advance(2000);
  expect((await apps(world))['/waiting']).toMatchObject({ tasksRunning: 0 });
  const { queue } = await marathon<{ queue: unknown[] }>(world, '/v2/queue');
  expect(queue).toHaveLength(1);
});
