import { expect, test } from 'vitest';
import { clusterSchema, type ClusterDescription } from '../api/machines/cluster.ts';
import type { MasterStateJson, StateSummaryJson } from '../api/mesos/state.ts';
import { machines, readyCluster, testCluster } from './cluster.test-support.ts';

test('the whole cluster is ready within 300 ms, in the order of the real one', async () => {
  const { clock, log, ready } = testCluster();
  const begun = clock.now();
  await ready();
  expect(clock.now() - begun).toBeLessThan(300);
  const order = log.filter(({ message }) => message.startsWith('Started')).map(({ source }) => source);
  const onMaster = ['dcos-exhibitor', 'dcos-zookeeper', 'dcos-mesos-master', 'dcos-mesos-dns', 'dcos-marathon', 'dcos-adminrouter'];
  expect(order.filter((source) => onMaster.includes(source.replace('@m1', '')))).toEqual(onMaster.map((unit) => `${unit}@m1`));
  for (const agent of ['dcos-mesos-slave@a1', 'dcos-mesos-slave-public@p1'])
    expect(order.indexOf(agent)).toBeGreaterThan(order.indexOf('dcos-mesos-dns@m1'));
});

test('components that are not started yet say so', async () => {
  const { cluster, send } = testCluster();
  const { upstreams } = cluster;
  for (const fetch of [upstreams.mesos, upstreams.marathon, upstreams.mesosDns, upstreams.history]) {
    const response = await send(fetch, 'GET', '/');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await response.json()).toEqual({ message: expect.stringContaining('on m1 is not started yet') });
  }
  await cluster.stop({ keepTasks: false });
});

test('agents have memory less what is reserved; the public one has the role slave_public', async () => {
  const { cluster, get } = await readyCluster();
  const { slaves } = await get<StateSummaryJson>(cluster.upstreams.mesos, '/state-summary');
  const byHost = new Map(slaves.map((slave) => [slave.hostname, slave]));
  const [a1, p1] = [byHost.get('127.0.65.111'), byHost.get('127.0.65.60')];
  expect(a1?.resources).toEqual({ cpus: 1, mem: 512, disk: 10_240, gpus: 0, ports: '[31000-32000]' });
  expect([a1?.attributes, a1?.reserved_resources]).toEqual([{}, {}]);
  expect(p1?.attributes).toEqual({ public_ip: 'true' });
  expect(p1?.reserved_resources).toMatchObject({ slave_public: { cpus: 1, mem: 512 } });
});

test('the machines API tells of machines, units and what is simulated', async () => {
  const { cluster, get, send } = await readyCluster();
  const description = await get<ClusterDescription>(cluster.upstreams.machines, '/machines/v1/cluster');
  expect(clusterSchema.parse(description)).toEqual(description);
  expect(description).toMatchObject({ id: cluster.id, name: 'test', commands: { kind: 'simulated' }, images: [] });
  expect(description.containers).toEqual({ kind: 'simulated', reason: 'This is a test.' });
  expect(description.machines.map(({ name, state }) => [name, state])).toEqual([
    ['m1', 'running'],
    ['a1', 'running'],
    ['p1', 'running'],
    ['boot', 'running'],
  ]);
  const [, a1] = description.machines;
  expect(a1).toMatchObject({ ip: '192.168.65.111', address: '127.0.65.111', memory: 1024, memoryReserved: 512 });
  expect(a1?.agentId).toMatch(/-S\d+$/);
  expect(a1?.units[0]).toMatchObject({ id: 'dcos-mesos-slave.service', state: 'active' });
  expect((await send(cluster.upstreams.machines, 'POST', '/machines/v1/cluster')).status).toBe(404);
});

test('frameworks name their pages to Mesos where these can be reached', async () => {
  const { cluster, get } = await readyCluster({ pages: 'http://127.0.0.1:5080' });
  const { frameworks } = await get<MasterStateJson>(cluster.upstreams.mesos, '/state');
  expect(frameworks.map(({ name, webui_url }) => [name, webui_url])).toEqual([
    ['marathon', 'http://127.0.0.1:5080/marathon/'],
    ['chronos', 'http://127.0.0.1:5080/service/chronos/'],
  ]);
});

test('an agent is reached by its Mesos id and by its name', async () => {
  const { cluster, get } = await readyCluster();
  const byName = cluster.upstreams.agent('a1');
  if (!byName) throw new Error('no agent a1');
  const { id } = await get<{ id: string }>(byName, '/state');
  expect(cluster.upstreams.agent(id)).toBeDefined();
  expect(cluster.upstreams.agent('m1')).toBeUndefined();
});

test('leader and Marathon are found in ZooKeeper and by name', async () => {
  const { cluster, get } = await readyCluster();
  const { exhibitor, mesosDns } = cluster.upstreams;
  const data = async (key: string): Promise<string> =>
    (await get<{ str: string }>(exhibitor, `/exhibitor/v1/explorer/node-data?key=${key}`)).str;
  const only = async (directory: string, name: RegExp): Promise<string> => {
    const nodes = await get<{ title: string; key: string }[]>(exhibitor, `/exhibitor/v1/explorer/node?key=${directory}`);
    const found = nodes.filter(({ title }) => name.test(title));
    expect(found).toHaveLength(1);
    return data(found[0]?.key ?? '');
  };
  const mesos = JSON.parse(await only('/mesos', /^json\.info_\d{10}$/)) as unknown;
  expect(mesos).toMatchObject({ pid: 'master@192.168.65.90:5050', port: 5050 });
  expect(await only('/mesos/log_replicas', /^\d{10}$/)).toBe('');
  expect(await only('/marathon/leader-curator', /^_c_[-0-9a-f]{36}-latch-\d{10}$/)).toBe('192.168.65.90:8080');
  expect(await only('/chronos/state/candidate', /^latch-\d{10}$/)).toBe('192.168.65.90:4400');
  expect(await data('/cluster-id')).toBe(cluster.id);
  expect(await get(mesosDns, '/v1/hosts/leader.mesos')).toEqual([{ host: 'leader.mesos.', ip: '192.168.65.90' }]);
  expect(await get(mesosDns, '/v1/hosts/slave.mesos')).toHaveLength(2);
});

test('every unit is healthy', async () => {
  const { cluster, get } = await readyCluster();
  const { units } = await get<{ units: { id: string; health: number }[] }>(cluster.upstreams.diagnostics, '/system/health/v1/units');
  expect(units.filter(({ health }) => health !== 0)).toEqual([]);
});

test('any machine but the master may be left out', () => {
  const { m1, a1 } = machines;
  expect(() => testCluster({ machines: [m1] })).not.toThrow();
  expect(() => testCluster({ machines: [a1] })).toThrow('A cluster needs a machine of type master.');
});

test('a failed unit is told by ready', async () => {
  const { cluster, clock, store } = testCluster();
  store.write = () => {
    throw new Error('The disk is full.');
  };
  const ready = expect(cluster.ready()).rejects.toThrow('The disk is full.');
  await clock.advance(1000);
  await ready;
});
