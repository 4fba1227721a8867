import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectAgreement } from './counts-agree.test-support.ts';
import { startFaultyCluster, type FaultyCluster } from './faulty-cluster.test-support.ts';

/**
 * Whatever users ask for, whatever fails and wherever the cluster dies: at every quiet moment Marathon's lists, what its
 * event stream summed up to, and Mesos' lists and counters tell the same; and once the faults stop, every deployment ends.
 */
const APPS = ['/web', '/shop/api', '/shop/back/worker'];
const UPGRADES = [
  { minimumHealthCapacity: 1, maximumOverCapacity: 1 },
  { minimumHealthCapacity: 0.5, maximumOverCapacity: 0.2 },
  { minimumHealthCapacity: 0, maximumOverCapacity: 0 },
];

/** How a simulated task starts and ends: at once, slowly, or only when it is made to. */
const LIVES = [{}, { SIMULATE_START_DELAY: '2s' }, { SIMULATE_IGNORE_TERM: 'true' }];

/** `at` picks to whom, `size` how much. */
interface Step {
  act: keyof typeof ACTS;
  at: number;
  size: number;
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const appAt = (at: number): string => pick(APPS, at) ?? '/web';
const taskIds = async (world: FaultyCluster): Promise<string[]> => (await world.marathonTasks()).map(({ id }) => id);

const ACTS = {
  put: (world: FaultyCluster, { at, size }: Step) =>
    world.ask('PUT', `/v2/apps/${appAt(at)}?force=true`, {
      cmd: 'sleep 1000',
      cpus: 0.1,
      mem: 16,
      instances: size % 6,
      env: { V: String(size % 3) },
      labels: pick(LIVES, size),
      upgradeStrategy: pick(UPGRADES, size),
      unreachableStrategy: { inactiveAfterSeconds: 0, expungeAfterSeconds: 0 },
    }),
  scale: (world: FaultyCluster, { at, size }: Step) =>
    world.ask('PUT', `/v2/apps/${appAt(at)}?force=${size % 2 === 0}`, { instances: size % 7 }),
  restart: (world: FaultyCluster, { at }: Step) => world.ask('POST', `/v2/apps/${appAt(at)}/restart?force=true`),
  remove: (world: FaultyCluster, { at, size }: Step) => {
    if (size % 3 === 0) return world.ask('DELETE', `/v2/groups/shop?force=true`);
    return world.ask('DELETE', `/v2/apps/${appAt(at)}`);
  },
  async kill(world: FaultyCluster, { at, size }: Step) {
    const id = pick(await taskIds(world), at);
    if (id !== undefined) await world.ask('POST', `/v2/tasks/delete?scale=${size % 2 === 0}`, { ids: [id] });
  },
  async killApp(world: FaultyCluster, { at, size }: Step) {
    await world.ask('DELETE', `/v2/apps/${appAt(at)}/tasks?scale=${size % 3 === 0}`);
  },
  async cancel(world: FaultyCluster, { size }: Step) {
    const [deployment] = await world.deployments();
    if (deployment) await world.ask('DELETE', `/v2/deployments/${deployment.id}?force=${size % 2 === 0}`);
  },
  fail: (world: FaultyCluster, { at, size }: Step) => world.failTask(at, size % 3 === 0 ? 'TASK_FINISHED' : 'TASK_FAILED'),
  crash: (world: FaultyCluster) => world.crash(),
  wait: (world: FaultyCluster, { size }: Step) => world.wait(size * 100),
} satisfies Record<string, (world: FaultyCluster, step: Step) => unknown>;

const steps = fc.array(
  fc.record<Step>({
    act: fc.constantFrom(...(Object.keys(ACTS) as Step['act'][]), 'put', 'put', 'scale', 'wait', 'wait'),
    at: fc.nat(11),
    size: fc.nat(60),
  }),
  { minLength: 5, maxLength: 30, size: 'max' },
);

test('counts agree at every quiet moment, and deployments end once faults stop', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), async (sequence, seed) => {
      const world = await startFaultyCluster(seed);
      for (const step of sequence) {
        await ACTS[step.act](world, step);
        await world.wait(0);
        await expectAgreement(world);
      }
      // long enough for the longest delay of an app that failed
      await world.wait(700_000);
      await expectAgreement(world);
      expect(await world.deployments()).toEqual([]);
      const { apps } = await world.get<{ apps: { id: string; instances: number; tasksRunning: number }[] }>(world.marathon, '/v2/apps');
      expect(apps.map(({ id, tasksRunning }) => [id, tasksRunning])).toEqual(apps.map(({ id, instances }) => [id, instances]));
      expect(await world.marathonTasks()).toHaveLength(apps.reduce((sum, { instances }) => sum + instances, 0));
    }),
    { numRuns: 60 },
  );
});
