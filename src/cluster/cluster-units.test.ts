import { expect, test } from 'vitest';
import { HEALTH, type HealthUnit } from '../api/dcos/health.ts';
import type { ClusterDescription, UnitAction, UnitLog } from '../api/machines/cluster.ts';
import { readyCluster, type TestCluster } from './cluster.test-support.ts';

const act = (world: TestCluster, unit: string, machine: string, action: UnitAction): Promise<Response> =>
  world.send(world.cluster.upstreams.machines, 'POST', `/machines/v1/machines/${machine}/units/${unit}.service/${action}`);

const status = async (fetch: TestCluster['cluster']['upstreams']['mesos'], path: string): Promise<number> =>
  (await fetch(new Request(`http://cluster${path}`))).status;

async function stateOf(world: TestCluster, unit: string, machine: string): Promise<string | undefined> {
  const { machines } = await world.get<ClusterDescription>(world.cluster.upstreams.machines, '/machines/v1/cluster');
  return machines.find(({ name }) => name === machine)?.units.find(({ id }) => id === `${unit}.service`)?.state;
}

const active = (world: TestCluster, unit: string, machine: string): Promise<void> =>
  world.until(`${unit} active`, async () => (await stateOf(world, unit, machine)) === 'active');

const healthOf = async (world: TestCluster, unit: string): Promise<HealthUnit> =>
  world.get<HealthUnit>(world.cluster.upstreams.diagnostics, `/system/health/v1/units/${unit}.service`);

interface Worker {
  app: { tasksRunning: number; tasks: { id: string }[] };
}

async function withWorker(): Promise<{ world: TestCluster; tasks: () => Promise<string[]> }> {
  const world = await readyCluster();
  const { marathon } = world.cluster.upstreams;
  await world.send(marathon, 'POST', '/v2/apps', { id: '/worker', cmd: 'sleep 1000', cpus: 0.1, mem: 32, instances: 2 });
  const app = async () => (await world.get<Worker>(marathon, '/v2/apps//worker')).app;
  await world.until('2 running', async () => (await app()).tasksRunning === 2);
  return { world, tasks: async () => (await app()).tasks.map(({ id }) => id).sort() };
}

test('without its Mesos master a cluster has no leader; started again, agents and frameworks come back and tasks have run on', async () => {
  const { world, tasks } = await withWorker();
  const before = await tasks();
  const { mesos, mesosDns } = world.cluster.upstreams;
  expect((await act(world, 'dcos-mesos-master', 'm1', 'stop')).status).toBe(202);
  expect(await status(mesos, '/master/state')).toBe(503);
  await world.until('leader.mesos gone', async () => {
    const answer = await world.get<{ ip: string }[]>(mesosDns, '/v1/hosts/leader.mesos');
    return answer.every(({ ip }) => ip === '');
  });
  const health = await healthOf(world, 'dcos-mesos-master');
  expect([health.health, health.reason]).toEqual([HEALTH.unhealthy, 'Stopped Mesos Master.']);

  await act(world, 'dcos-mesos-master', 'm1', 'start');
  await active(world, 'dcos-mesos-master', 'm1');
  await world.until('agents and frameworks registered', async () => {
    const state = await world.get<{ slaves: unknown[]; frameworks: { active: boolean }[] }>(mesos, '/master/state');
    return state.slaves.length === 2 && state.frameworks.filter((framework) => framework.active).length === 2;
  });
  await world.clock.advance(10_000);
  expect(await tasks()).toEqual(before);
});

test('Marathon that is stopped answers 503 and its tasks run on; started again it knows them', async () => {
  const { world, tasks } = await withWorker();
  const before = await tasks();
  await act(world, 'dcos-marathon', 'm1', 'stop');
  expect(await status(world.cluster.upstreams.marathon, '/v2/apps')).toBe(503);
  await world.clock.advance(30_000);
  await act(world, 'dcos-marathon', 'm1', 'start');
  await active(world, 'dcos-marathon', 'm1');
  await world.clock.advance(10_000);
  expect(await tasks()).toEqual(before);
});

test('an agent that crashes comes back by itself and finds its tasks running', async () => {
  const { world, tasks } = await withWorker();
  const before = await tasks();
  expect((await act(world, 'dcos-mesos-slave', 'a1', 'crash')).status).toBe(202);
  expect(await stateOf(world, 'dcos-mesos-slave', 'a1')).toBe('activating');
  expect((await healthOf(world, 'dcos-mesos-slave')).reason).toBe('Waiting for its restart, 5 s after it died.');
  await active(world, 'dcos-mesos-slave', 'a1');
  await world.clock.advance(10_000);
  expect(await tasks()).toEqual(before);
});

test('names do not resolve while Mesos DNS is stopped', async () => {
  const world = await readyCluster();
  await act(world, 'dcos-mesos-dns', 'm1', 'stop');
  expect(await status(world.cluster.upstreams.mesosDns, '/v1/hosts/leader.mesos')).toBe(503);
  await act(world, 'dcos-mesos-dns', 'm1', 'restart');
  await active(world, 'dcos-mesos-dns', 'm1');
  expect(await status(world.cluster.upstreams.mesosDns, '/v1/hosts/leader.mesos')).toBe(200);
});

test('Chronos and the history service go and come by themselves', async () => {
  const world = await readyCluster();
  for (const [unit, fetch, path] of [
    ['dcos-chronos', world.cluster.upstreams.chronos, '/v1/scheduler/jobs'],
    ['dcos-history-service', world.cluster.upstreams.history, '/ping'],
  ] as const) {
    await act(world, unit, 'm1', 'stop');
    expect(await status(fetch, path)).toBe(503);
    await act(world, unit, 'm1', 'start');
    await active(world, unit, 'm1');
    expect(await status(fetch, path)).toBe(200);
  }
});

test.each([
  ['m1', 'dcos-adminrouter', 'stop', 409, 'reached by the Admin Router alone'],
  ['m1', 'dcos-cluster-id', 'crash', 409, 'has no process of its own'],
  ['m1', 'dcos-nothing', 'stop', 404, 'There is no unit dcos-nothing.service on m1; there are '],
  ['m9', 'dcos-marathon', 'stop', 404, 'There is no machine m9.'],
] as const)('%s %s: %s is refused by %i', async (machine, unit, action, code, sentence) => {
  const world = await readyCluster();
  const response = await act(world, unit, machine, action);
  expect(response.status).toBe(code);
  expect(((await response.json()) as { message: string }).message).toContain(sentence);
});

test('what is stopped cannot crash, and units of a halted machine are let be', async () => {
  const world = await readyCluster();
  await act(world, 'dcos-marathon', 'm1', 'stop');
  expect((await act(world, 'dcos-marathon', 'm1', 'crash')).status).toBe(409);
  await world.send(world.cluster.upstreams.machines, 'POST', '/machines/v1/halt', { machines: ['a1'] });
  await world.clock.advance(5000);
  expect((await act(world, 'dcos-mesos-slave', 'a1', 'start')).status).toBe(409);
});

test('a unit tells what it has said', async () => {
  const world = await readyCluster();
  const log = (unit: string) => world.get<UnitLog>(world.cluster.upstreams.machines, `/machines/v1/machines/m1/units/${unit}/log`);
  const { lines } = await log('dcos-marathon');
  expect(lines.map(({ message }) => message)).toContain('Started Marathon.');
});

test('a late agent waits for the boot machine that is stopped, and the cluster runs on without it', async () => {
  const world = await readyCluster();
  const { machines } = world.cluster.upstreams;
  expect(await status(machines, '/machines/v1/boot/ready')).toBe(200);
  await act(world, 'dcos-boot', 'boot', 'stop');
  expect(await status(machines, '/machines/v1/boot/ready')).toBe(503);
  await world.send(machines, 'POST', '/machines/v1/machines', { name: 'a2' });
  await world.clock.advance(5000);
  expect(await stateOf(world, 'dcos-mesos-slave', 'a2')).toBe('activating');
  expect(await stateOf(world, 'dcos-mesos-slave', 'a1')).toBe('active');
  await act(world, 'dcos-boot', 'boot', 'start');
  await active(world, 'dcos-mesos-slave', 'a2');
});
