import { expect, test } from 'vitest';
import { clusterSchema, type ClusterDescription } from '../../api/machines/cluster.ts';
import { actionPreviewSchema, operationSchema, type ActionPreview, type Operation } from '../../api/machines/operations.ts';
import { machines, readyCluster, type TestCluster } from '../cluster.test-support.ts';
import { limits } from '../kernel/limits.ts';
import { memoryStore } from '../kernel/store.ts';

const { m1, a1, p1, boot } = machines;
const sleeper = { id: '/sleeper', cmd: 'sleep 1000', cpus: 0.1, mem: 32, instances: 1 };

const describe = ({ get, cluster }: TestCluster) => get<ClusterDescription>(cluster.upstreams.machines, '/machines/v1/cluster');
const stateOf = async (world: TestCluster, name: string) =>
  (await describe(world)).machines.find((machine) => machine.name === name)?.state;

async function ask(world: TestCluster, path: string, body: unknown): Promise<Operation> {
  const response = await world.send(world.cluster.upstreams.machines, 'POST', `/machines/v1/${path}`, body);
  expect(response.status, await response.clone().text()).toBe(202);
  return operationSchema.parse(await response.json());
}

/** Asks for it and lets time pass until it is done. */
async function finish(world: TestCluster, path: string, body: unknown): Promise<Operation> {
  const { id } = await ask(world, path, body);
  let operation: Operation | undefined;
  await world.until(`${path} is done`, async () => {
    operation = operationSchema.parse(await world.get(world.cluster.upstreams.machines, `/machines/v1/operations/${id}`));
    return operation.state !== 'running';
  });
  if (!operation) throw new Error('There is no operation.');
  return operation;
}

async function refused(world: TestCluster, path: string, body: unknown): Promise<[status: number, message: string]> {
  const response = await world.send(world.cluster.upstreams.machines, 'POST', `/machines/v1/${path}`, body);
  return [response.status, ((await response.json()) as { message: string }).message];
}

const tasksOf = async ({ get, cluster }: TestCluster, app: string) =>
  (await get<{ app: { tasks: { id: string; host: string; state: string }[] } }>(cluster.upstreams.marathon, `/v2/apps/${app}`)).app.tasks;

async function runApp(world: TestCluster, app: typeof sleeper): Promise<void> {
  expect((await world.send(world.cluster.upstreams.marathon, 'POST', '/v2/apps', app)).status).toBe(201);
  await world.until('the app runs', async () => {
    const tasks = await tasksOf(world, app.id);
    return tasks.length === app.instances && tasks.every(({ state }) => state === 'TASK_RUNNING');
  });
}

test('a second agent is added by its name, and what ran on a halted one starts again on it', async () => {
  const world = await readyCluster({ machines: [m1, a1, boot] });
  await runApp(world, sleeper);
  await finish(world, 'machines', { name: 'a2' });
  const added = (await describe(world)).machines.at(-1);
  expect(added).toMatchObject({
    name: 'a2',
    type: 'agent-private',
    ip: '192.168.65.121',
    state: 'running',
    added: true,
    cpus: 2,
    memory: 2048,
  });

  const operation = await finish(world, 'halt', { machines: ['a1'] });
  expect(operation).toMatchObject({ action: 'halt', state: 'done', machines: [{ name: 'a1', state: 'done' }] });
  expect(clusterSchema.parse(await describe(world)).machines[1]).toMatchObject({ name: 'a1', state: 'halted' });
  // it has told the master that it leaves, who need not wait for it
  const halted = world.clock.now();
  await world.until('it runs on a2', async () =>
    (await tasksOf(world, '/sleeper')).some(({ host, state }) => host === '127.0.65.121' && state === 'TASK_RUNNING'),
  );
  expect(world.clock.now() - halted).toBeLessThan(1000);

  await finish(world, 'up', { machines: ['a1'] });
  expect(await stateOf(world, 'a1')).toBe('running');
  await world.clock.advance(5000);
  expect((await tasksOf(world, '/sleeper')).map(({ host }) => host)).toEqual(['127.0.65.121']);
});

test('an agent that is halted and brought up again keeps its id; one that was destroyed gets a new one', async () => {
  const world = await readyCluster();
  const agentId = async () => (await describe(world)).machines[1]?.agentId;
  const first = await agentId();
  await finish(world, 'halt', { machines: ['a1'] });
  expect(await agentId()).toBe(first);
  await finish(world, 'up', { machines: ['a1'] });
  expect(await agentId()).toBe(first);
  await finish(world, 'destroy', { machines: ['a1'] });
  expect([await stateOf(world, 'a1'), await agentId()]).toEqual(['not created', undefined]);
  await finish(world, 'up', { machines: ['a1'] });
  expect(await stateOf(world, 'a1')).toBe('running');
  expect(await agentId()).not.toBe(first);
});

test('the agent of a machine that is not up says so to whoever asks it', async () => {
  const world = await readyCluster();
  await finish(world, 'halt', { machines: ['a1'] });
  const agent = world.cluster.upstreams.agent('a1');
  if (!agent) throw new Error('There is no agent a1.');
  const response = await world.send(agent, 'GET', '/state');
  expect([response.status, await response.json()]).toEqual([503, { message: 'a1 is not up: bring it up to reach its agent.' }]);
});

test('an added machine that is destroyed is gone altogether, its name free again', async () => {
  const world = await readyCluster();
  await finish(world, 'machines', { name: 'p2', memory: 4096, 'memory-reserved': 1024 });
  expect((await describe(world)).machines.at(-1)).toMatchObject({
    type: 'agent-public',
    ip: '192.168.65.70',
    memory: 4096,
    memoryReserved: 1024,
  });
  await finish(world, 'destroy', { machines: ['p2'] });
  expect((await describe(world)).machines.map(({ name }) => name)).toEqual(['m1', 'a1', 'p1', 'boot']);
  await finish(world, 'machines', { name: 'p2' });
  expect(await stateOf(world, 'p2')).toBe('running');
});

test('units of a machine stop one after the other, the last one first, and start again', async () => {
  const world = await readyCluster();
  await runApp(world, sleeper);
  await ask(world, 'halt', { machines: ['a1'] });
  const units = async () =>
    (await describe(world)).machines[1]?.units.filter(({ absent }) => absent === undefined).map(({ state }) => state);
  await world.until('the agent is stopping', async () => (await units())?.[0] === 'deactivating');
  expect([await stateOf(world, 'a1'), await units()]).toEqual(['stopping', ['deactivating', 'inactive', 'inactive']]);
  await world.until('it is halted', async () => (await stateOf(world, 'a1')) === 'halted');
  expect(await units()).toEqual(['inactive', 'inactive', 'inactive']);
  await finish(world, 'up', { machines: ['a1'] });
  expect(await units()).toEqual(['active', 'active', 'active']);
});

test('what was halted, destroyed or added is so after a restart', async () => {
  const before = await readyCluster();
  await finish(before, 'machines', { name: 'a2' });
  await finish(before, 'halt', { machines: ['a1'] });
  await finish(before, 'destroy', { machines: ['p1'] });
  const after = await readyCluster({ store: memoryStore(before.store.snapshot()), seed: 2 });
  expect((await describe(after)).machines.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'm1 running',
    'a1 halted',
    'p1 not created',
    'boot running',
    'a2 running',
  ]);
});

test('a crash in the middle of a halt leaves nothing running on the machine', async () => {
  const before = await readyCluster();
  await runApp(before, sleeper);
  await ask(before, 'halt', { machines: ['a1'] });
  // The wish is stored, the task still runs.
  const after = await readyCluster({ store: memoryStore(before.store.snapshot()), seed: 2 });
  expect(await stateOf(after, 'a1')).toBe('halted');
  const states = after.store.list<{ state: string }>('mesos-agent/a1/executors').map(([, { state }]) => state);
  expect(states).toEqual(['TASK_KILLED']);
});

test('a crash in the middle of a destruction leaves nothing of the machine', async () => {
  const before = await readyCluster();
  await runApp(before, sleeper);
  await ask(before, 'destroy', { machines: ['a1'] });
  const after = await readyCluster({ store: memoryStore(before.store.snapshot()), seed: 2 });
  expect(await stateOf(after, 'a1')).toBe('not created');
  expect([...after.store.list('mesos-agent/a1/executors'), ...after.store.list('mesos-agent/a1/info')]).toEqual([]);
});

test('an agent joins only when boot is ready; one that was made before needs it no more', async () => {
  const world = await readyCluster();
  await finish(world, 'halt', { machines: ['boot', 'a1'] });
  await finish(world, 'up', { machines: ['a1'] });
  await ask(world, 'machines', { name: 'a2' });
  await world.clock.advance(10_000);
  const a2 = (await describe(world)).machines.at(-1);
  expect([a2?.state, a2?.units[0]?.waitingFor]).toEqual(['starting', 'boot to be ready']);
  const { waitsFor } = await world.get<ActionPreview>(world.cluster.upstreams.machines, '/machines/v1/preview/up?machine=a2');
  expect(waitsFor).toContain('boot to be up');
  // Such a machine does not keep the rest of the cluster from being ready at the next start.
  const after = await readyCluster({ store: memoryStore(world.store.snapshot()), seed: 2 });
  await finish(after, 'up', { machines: ['boot'] });
  await after.until('a2 is up', async () => (await stateOf(after, 'a2')) === 'running');
});

test('the preview tells what becomes of each task', async () => {
  const world = await readyCluster();
  const preview = async (action: string, name: string) =>
    actionPreviewSchema.parse(await world.get(world.cluster.upstreams.machines, `/machines/v1/preview/${action}?machine=${name}`));
  await runApp(world, { ...sleeper, id: '/small', instances: 2 });
  // Nothing that is left is open to everybody: p1 is reserved for slave_public.
  expect((await preview('halt', 'a1')).tasks.map(({ name, fate }) => [name, fate])).toEqual([
    ['small', 'waits'],
    ['small', 'waits'],
  ]);
  await finish(world, 'machines', { name: 'a2' });
  await runApp(world, { ...sleeper, id: '/large', mem: 1900, cpus: 1.9 });
  const { tasks, refusals } = await preview('halt', 'a1');
  // large leaves room for one of them.
  expect(tasks.map(({ name, fate, to }) => [name, fate, to])).toEqual([
    ['small', 'moves', '127.0.65.121'],
    ['small', 'waits', undefined],
  ]);
  expect(refusals).toEqual([]);
  expect((await preview('destroy', 'a2')).tasks).toMatchObject([{ name: 'large', fate: 'waits', machine: 'a2' }]);
  expect((await preview('halt', 'm1')).refusals).toEqual([expect.stringContaining('m1 is the only master')]);
});

test.each([
  ['halt', { machines: ['m1'] }, 409, 'm1 is the only master that is up'],
  ['destroy', { machines: ['a1', 'm1'] }, 409, 'm1 is the only master that is up'],
  ['halt', { machines: ['a7'] }, 404, 'There is no machine a7; there are m1, a1, p1, boot.'],
  ['halt', { machines: [] }, 422, 'machines'],
  ['halt', 'a1', 422, 'The body'],
  ['halt', { machines: ['a1'], note: 'x'.repeat(limits.requestBodyBytes) }, 413, 'The body is larger'],
  ['machines', { name: 'a1' }, 409, 'The name a1 already belongs to a1.'],
  ['machines', { name: 'worker' }, 422, 'worker.type: The key type is missing.'],
  ['machines', { name: 'a2', ip: '192.168.65.111' }, 422, 'The address 192.168.65.111 already belongs to a1.'],
  ['machines', { name: 'a2', memory: 512, 'memory-reserved': 512 }, 422, 'has to be less than memory'],
  ['machines', { name: 'a2', cpu: 4 }, 422, 'a2.cpu: There is no such setting.'],
  ['machines', { name: 'm2', type: 'master', ip: '192.168.65.95' }, 422, 'Only agents can be added'],
] as const)('%s is refused (case %#), and nothing is changed', async (path, body, status, message) => {
  const world = await readyCluster();
  const before = world.store.snapshot();
  const [code, said] = await refused(world, path, body);
  expect([code, said]).toEqual([status, expect.stringContaining(message)]);
  expect(world.store.snapshot()).toEqual(before);
  expect((await describe(world)).machines.map(({ state }) => state)).toEqual(['running', 'running', 'running', 'running']);
});

test('a machine that is being stopped is left to it; a start that waits can be halted', async () => {
  const world = await readyCluster({ machines: [m1, a1, p1, boot] });
  await runApp(world, sleeper);
  await ask(world, 'halt', { machines: ['a1'] });
  expect(await refused(world, 'up', { machines: ['a1'] })).toEqual([409, 'a1 is being stopped; ask again when that is done.']);
  await world.until('it is halted', async () => (await stateOf(world, 'a1')) === 'halted');

  await finish(world, 'halt', { machines: ['boot'] });
  const { id } = await ask(world, 'machines', { name: 'a2' });
  await world.clock.advance(1000);
  await finish(world, 'destroy', { machines: ['a2'] });
  const starting = await world.get<Operation>(world.cluster.upstreams.machines, `/machines/v1/operations/${id}`);
  expect(starting.machines).toEqual([{ name: 'a2', state: 'failed', message: 'a2 was halted before it was up.' }]);
});
