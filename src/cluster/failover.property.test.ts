import { expect, test } from 'vitest';
import type { ClusterDescription } from '../api/machines/cluster.ts';
import type { AgentFrameworkJson } from '../api/mesos/state.ts';
import { machines } from './cluster.test-support.ts';
import { seededRandom } from './kernel/random.ts';
import { mastersWorld, run, tasksOf, type MastersWorld } from './masters-world.test-support.ts';

const TASKS = 200;
const KILLS = 20;
/** How often something is written, in ms, while leaders are killed. */
const WRITE_EVERY_MS = 100;

const { m1, m2, m3 } = machines;
const [a1, a2] = [machines.a1, machines.a2].map((agent) => ({ ...agent, cpus: 8, memory: 8192 }));

/** What was written, by where it is read; true where it was acknowledged. What was not may be there or not. */
type Written = Map<string, boolean>;

type Write = (n: number) => { to: 'marathon' | 'mesos' | 'chronos'; method: string; path: string; body: unknown; key: string };

const SMALL = { cmd: 'sleep 100000', cpus: 0.01, mem: 8, instances: 1 };

const WRITES: readonly Write[] = [
  // an app of one task, which is launched while leaders come and go
  (n) => ({ to: 'marathon', method: 'POST', path: '/v2/apps', body: { ...SMALL, id: `/w-${n}` }, key: `/w-${n}` }),
  (n) => ({ to: 'mesos', method: 'PUT', path: '/weights', body: [{ role: `role-${n}`, weight: 2 }], key: `role-${n}` }),
  (n) => ({
    to: 'chronos',
    method: 'POST',
    path: '/v1/scheduler/iso8601',
    body: { name: `job-${n}`, command: 'true', schedule: 'R/2030-01-01T00:00:00Z/P1D', owner: '' },
    key: `job-${n}`,
  }),
];

/** To one product after the other. */
function wish(n: number): ReturnType<Write> {
  const write = WRITES[n % WRITES.length];
  if (!write) throw new Error('There is nothing to write.');
  return write(n);
}

/** Writes without end, one after the other, until it is stopped. */
function writer(world: MastersWorld): { written: Written; stop: () => Promise<void> } {
  const { cluster, clock, send } = world;
  const written: Written = new Map();
  let n = 0;
  let stopped = false;
  const write = async (): Promise<void> => {
    const { to, method, path, body, key } = wish(n++);
    written.set(key, false);
    const answer = await send(cluster.upstreams[to], method, path, body);
    written.set(key, answer.ok);
    await answer.body?.cancel();
    clock.after(WRITE_EVERY_MS, next);
  };
  let last = Promise.resolve();
  function next(): void {
    if (!stopped) last = write();
  }
  next();
  return {
    written,
    async stop() {
      stopped = true;
      await last;
    },
  };
}

const UNIT = { mesos: 'dcos-mesos-master', marathon: 'dcos-marathon', chronos: 'dcos-chronos' } as const;

/** The machine whose process leads; undefined while it is dead or has just begun to. */
async function leadingMachine({ get, cluster }: MastersWorld, what: keyof typeof UNIT): Promise<string | undefined> {
  const { machines: all } = await get<ClusterDescription>(cluster.upstreams.machines, '/machines/v1/cluster');
  const leads = all.find((machine) => machine.leads?.includes(what));
  const isActive = leads?.units.some(({ id, state }) => id === `${UNIT[what]}.service` && state === 'active');
  return isActive ? leads?.name : undefined;
}

const KINDS = ['mesos', 'marathon', 'chronos', 'machine'] as const;

/** Kills one of the leaders: its process by itself, or the whole machine of the leading Mesos master, which comes back. */
async function kill(world: MastersWorld, kind: (typeof KINDS)[number], awayMs: number): Promise<void> {
  const what = kind === 'machine' ? 'mesos' : kind;
  let name: string | undefined;
  await world.until(`somebody leads ${what}`, async () => (name = await leadingMachine(world, what)) !== undefined);
  if (name === undefined) return;
  if (kind !== 'machine') return world.crash(name, UNIT[what]);
  await world.act('halt', name);
  await world.clock.advance(awayMs);
  await world.act('up', name);
}

/** Ids of the tasks that the agents run. */
async function tasksOfAgents({ get, cluster }: MastersWorld): Promise<string[]> {
  const states = await Promise.all(
    ['a1', 'a2'].map(async (name) => {
      const agent = cluster.upstreams.agent(name);
      if (!agent) throw new Error(`There is no agent ${name}.`);
      return get<{ frameworks: AgentFrameworkJson[] }>(agent, '/state');
    }),
  );
  return states.flatMap(({ frameworks }) =>
    frameworks.flatMap(({ executors }) => executors.flatMap(({ tasks }) => tasks.map(({ id }) => id))),
  );
}

async function present({ get, cluster, mesos, marathon }: MastersWorld): Promise<Set<string>> {
  const { apps } = await get<{ apps: { id: string }[] }>(marathon, '/v2/apps');
  const weights = await get<{ role: string }[]>(mesos, '/weights');
  const jobs = await get<{ name: string }[]>(cluster.upstreams.chronos, '/v1/scheduler/jobs');
  return new Set([...apps.map(({ id }) => id), ...weights.map(({ role }) => role), ...jobs.map(({ name }) => name)]);
}

test.each([1, 2, 3])(
  `of ${TASKS} tasks none is lost or doubled, and no acknowledged write is lost, when leaders are killed ${KILLS} times (seed %i)`,
  { timeout: 60_000 },
  async (seed) => {
    if (!a1 || !a2) throw new Error('There are two agents.');
    const world = await mastersWorld([m1, m2, m3, a1, a2], seed);
    await run(world, '/steady', TASKS);
    const before = await tasksOf(world);
    const random = seededRandom(seed);
    const { written, stop } = writer(world);
    for (let n = 0; n < KILLS; n++) {
      await world.clock.advance(random.next() * 4000);
      await kill(world, random.pick(KINDS), random.next() * 4000);
    }
    await stop();
    await world.until('everybody is back', async () => (await world.leader()) !== undefined && (await tasksOf(world)).length >= TASKS);
    await world.clock.advance(120_000);

    const running = await tasksOf(world);
    expect(running.filter((id) => id.startsWith('steady.'))).toEqual(before);
    expect((await tasksOfAgents(world)).sort()).toEqual(running);
    const acknowledged = [...written].flatMap(([key, ok]) => (ok ? [key] : []));
    const found = await present(world);
    expect(acknowledged.filter((key) => !found.has(key))).toEqual([]);
    const apps = running.map((id) => `/${id.split('.')[0] ?? ''}`);
    const small = [...found].filter((key) => key.startsWith('/w-')).sort();
    expect(apps.filter((app) => app.startsWith('/w-')).sort()).toEqual(small);
    // the kills did hit: and most of the time somebody led
    expect(acknowledged.length).toBeLessThan(written.size);
    expect(acknowledged.length).toBeGreaterThan(written.size / 2);
  },
);
