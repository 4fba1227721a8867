import { expect, test } from 'vitest';
import { readyCluster, type TestCluster } from './cluster.test-support.ts';

/** The flow of the tutorial, over HTTP alone, on simulated containers. */
const redis = {
  id: '/redis',
  cmd: 'redis-server',
  cpus: 0.1,
  mem: 32,
  instances: 1,
  container: { type: 'DOCKER', docker: { image: 'redis' } },
  networks: [{ mode: 'host' }],
};

interface AppAnswer {
  app: {
    tasksRunning: number;
    instances: number;
    deployments: unknown[];
    tasks: { id: string; slaveId: string; host: string; state: string }[];
  };
}

const setUp = async () => {
  const world = await readyCluster();
  return { ...world, app: () => world.get<AppAnswer>(world.cluster.upstreams.marathon, '/v2/apps//redis').then(({ app }) => app) };
};

type World = Awaited<ReturnType<typeof setUp>>;

async function deployed(world: World, instances: number): Promise<void> {
  await world.until(`${instances} running and nothing to do`, async () => {
    const { tasksRunning, deployments } = await world.app();
    return tasksRunning === instances && deployments.length === 0;
  });
}

const mesosTasks = async ({ get, cluster }: Pick<TestCluster, 'get' | 'cluster'>) =>
  (await get<{ tasks: { id: string; state: string }[] }>(cluster.upstreams.mesos, '/tasks')).tasks;

test('redis is created, runs on a1, is scaled, survives a kill and is destroyed', async () => {
  const world = await setUp();
  const { cluster, clock, send, get, app, until } = world;
  const { marathon, mesosDns } = cluster.upstreams;

  const posted = clock.now();
  expect((await send(marathon, 'POST', '/v2/apps', redis)).status).toBe(201);
  await deployed(world, 1);
  expect(clock.now() - posted).toBeLessThanOrEqual(150);
  const [task] = (await app()).tasks;
  expect(task).toMatchObject({ host: '127.0.65.111', state: 'TASK_RUNNING' });
  expect(await get(mesosDns, '/v1/hosts/redis.marathon.mesos')).toEqual([{ host: 'redis.marathon.mesos.', ip: '127.0.65.111' }]);

  expect((await send(marathon, 'PUT', '/v2/apps//redis', { instances: 2 })).status).toBe(200);
  await deployed(world, 2);

  const killed = (await app()).tasks[0]?.id ?? '';
  expect((await send(marathon, 'DELETE', `/v2/apps//redis/tasks/${killed}`)).status).toBe(200);
  await until('the killed task to be replaced', async () => {
    const { tasks, tasksRunning } = await app();
    return tasksRunning === 2 && tasks.every(({ id }) => id !== killed);
  });

  expect((await send(marathon, 'DELETE', '/v2/apps//redis')).status).toBe(200);
  await until('the app to be gone', async () => (await send(marathon, 'GET', '/v2/apps//redis')).status === 404);
  await until('its tasks to have ended', async () => (await mesosTasks(world)).every(({ state }) => state === 'TASK_KILLED'));
});

test('what the task writes can be read from its sandbox, which says that it is simulated', async () => {
  const world = await setUp();
  const { cluster, send, get, app } = world;
  await send(cluster.upstreams.marathon, 'POST', '/v2/apps', redis);
  await deployed(world, 1);
  const [task] = (await app()).tasks;
  const agent = cluster.upstreams.agent(task?.slaveId ?? '');
  if (!agent || !task) throw new Error('The task has no agent.');
  type Executor = { id: string; directory: string };
  const { frameworks } = await get<{ frameworks: { executors: Executor[] }[] }>(agent, '/state');
  const directory = frameworks[0]?.executors.find(({ id }) => id === task.id)?.directory ?? '';
  const { data } = await get<{ data: string }>(agent, `/files/read?path=${encodeURIComponent(`${directory}/stdout`)}&offset=0&length=1000`);
  expect(data).toContain('simulated');
});

test('an app that no agent can take waits in the queue and says why', async () => {
  const world = await setUp();
  const { cluster, send, get, until } = world;
  await send(cluster.upstreams.marathon, 'POST', '/v2/apps', { id: '/big', cmd: 'sleep 1', cpus: 4, mem: 16, instances: 1 });
  type Queue = {
    queue: { app: { id: string }; processedOffersSummary: { rejectSummaryLastOffers: { reason: string; declined: number }[] } }[];
  };
  await until('offers to be declined', async () => {
    const { queue } = await get<Queue>(cluster.upstreams.marathon, '/v2/queue');
    const reasons = queue[0]?.processedOffersSummary.rejectSummaryLastOffers ?? [];
    return reasons.some(({ reason, declined }) => reason === 'InsufficientCpus' && declined > 0);
  });
});

test('the history of the cluster holds what ran', async () => {
  const world = await setUp();
  const { cluster, clock, send, get } = world;
  await send(cluster.upstreams.marathon, 'POST', '/v2/apps', redis);
  await deployed(world, 1);
  await clock.advance(4000);
  const { frameworks } = await get<{ frameworks: { TASK_RUNNING: number }[] }>(cluster.upstreams.history, '/history/last');
  expect(frameworks[0]?.TASK_RUNNING).toBe(1);
});
