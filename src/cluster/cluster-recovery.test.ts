import { expect, test } from 'vitest';
import { readyCluster, type TestCluster } from './cluster.test-support.ts';
import { memoryStore } from './kernel/store.ts';

interface App {
  tasksRunning: number;
  deployments: unknown[];
  tasks: { id: string; slaveId: string }[];
}

const app = async ({ get, cluster }: TestCluster): Promise<App> =>
  (await get<{ app: App }>(cluster.upstreams.marathon, '/v2/apps//worker')).app;

const running = (world: TestCluster, instances: number): Promise<void> =>
  world.until(`${instances} running`, async () => {
    const { tasksRunning, deployments } = await app(world);
    return tasksRunning === instances && deployments.length === 0;
  });

const worker = { id: '/worker', cmd: 'sleep 1000', cpus: 0.1, mem: 32, instances: 2 };

test('after a crash the same tasks run on the same agents, under the same ids', async () => {
  const before = await readyCluster();
  await before.send(before.cluster.upstreams.marathon, 'POST', '/v2/apps', worker);
  await running(before, 2);
  const { tasks } = await app(before);

  // A crash keeps what was stored and nothing else: the first life is just left behind, its clock stands still.
  const after = await readyCluster({ store: memoryStore(before.store.snapshot()), seed: 2 });
  await running(after, 2);
  expect(after.cluster.id).toBe(before.cluster.id);
  const ids = (list: App['tasks']): unknown => list.map(({ id, slaveId }) => `${id} on ${slaveId}`).sort();
  expect(ids((await app(after)).tasks)).toEqual(ids(tasks));
});

test('a crash in the middle of a deployment loses nothing and starts nothing twice', async () => {
  const before = await readyCluster();
  expect((await before.send(before.cluster.upstreams.marathon, 'POST', '/v2/apps', { ...worker, instances: 4 })).status).toBe(201);

  const after = await readyCluster({ store: memoryStore(before.store.snapshot()), seed: 2 });
  await running(after, 4);
  await after.clock.advance(10_000);
  expect((await app(after)).tasks).toHaveLength(4);
});

test('a clean stop keeps tasks or ends them, as asked', async () => {
  for (const [keepTasks, kept] of [
    [true, 1],
    [false, 0],
  ] as const) {
    const before = await readyCluster();
    await before.send(before.cluster.upstreams.marathon, 'POST', '/v2/apps', { ...worker, instances: 1 });
    await running(before, 1);
    const { tasks } = await app(before);
    let stopped = false;
    void before.cluster.stop({ keepTasks }).then(() => (stopped = true));
    await before.until('stopped', () => stopped);

    const after = await readyCluster({ store: memoryStore(before.store.snapshot()), seed: 2 });
    await running(after, 1);
    const same = (await app(after)).tasks.filter(({ id }) => id === tasks[0]?.id);
    expect(same).toHaveLength(kept);
  }
});
