import { expect, test } from 'vitest';
import type { Resource } from '../../api/mesos/resources.ts';
import type { SlaveJson } from '../../api/mesos/state.ts';
import { testMesos, testTask, type TestMesos } from './test-mesos.test-support.ts';

const dynamic = { type: 'DYNAMIC', role: 'ads', principal: 'ops' } as const;
const mem: Resource = { name: 'mem', type: 'SCALAR', scalar: { value: 64 }, reservations: [dynamic] };
const disk: Resource = { name: 'disk', type: 'SCALAR', scalar: { value: 100 }, reservations: [dynamic] };
const volume: Resource = { ...disk, disk: { persistence: { id: 'v1' }, volume: { container_path: 'data', mode: 'RW' } } };
/** The spelling of Mesos 0.28. */
const oldMem = { name: 'mem', type: 'SCALAR', scalar: { value: 64 }, role: 'ads', reservation: { principal: 'ops' } };

async function withAgent(): Promise<{ mesos: TestMesos; id: string; total: () => Promise<SlaveJson['reserved_resources']> }> {
  const mesos = testMesos();
  const agent = mesos.agent('a1');
  await mesos.settle();
  return {
    mesos,
    id: agent.id() ?? '',
    total: async () => (await mesos.get<{ slaves: SlaveJson[] }>('/slaves')).slaves[0]?.reserved_resources ?? {},
  };
}

function form(mesos: TestMesos, path: string, fields: Record<string, unknown>): Promise<Response> {
  const texts = Object.entries(fields).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return mesos.master.fetch(new Request(`http://mesos${path}`, { method: 'POST', body: new URLSearchParams(texts) }));
}

const call = (mesos: TestMesos, body: unknown): Promise<Response> =>
  mesos.master.fetch(
    new Request('http://mesos/api/v1', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  );

test('forms reserve, make a volume, and undo both; each is 202', async () => {
  const { mesos, id: slaveId, total } = await withAgent();
  const statuses = [
    await form(mesos, '/reserve', { slaveId, resources: [oldMem, disk] }),
    await form(mesos, '/master/create-volumes', { slaveId, volumes: [volume] }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([202, 202]);
  expect(await total()).toEqual({ ads: { cpus: 0, mem: 64, disk: 100, gpus: 0 } });
  await form(mesos, '/destroy-volumes', { slaveId, volumes: [volume] });
  expect((await form(mesos, '/unreserve', { slaveId, resources: [mem, disk] })).status).toBe(202);
  expect(await total()).toEqual({});
});

test('the operator API does the same', async () => {
  const { mesos, id, total } = await withAgent();
  const agent_id = { value: id };
  const calls = [
    { type: 'RESERVE_RESOURCES', reserve_resources: { agent_id, resources: [mem, disk] } },
    { type: 'CREATE_VOLUMES', create_volumes: { agent_id, volumes: [volume] } },
    { type: 'SHRINK_VOLUME', shrink_volume: { agent_id, volume, subtract: { value: 40 } } },
    { type: 'DESTROY_VOLUMES', destroy_volumes: { agent_id, volumes: [{ ...volume, scalar: { value: 60 } }] } },
    { type: 'UNRESERVE_RESOURCES', unreserve_resources: { agent_id, resources: [mem] } },
  ];
  for (const each of calls) expect((await call(mesos, each)).status, each.type).toBe(202);
  expect(await total()).toEqual({ ads: { cpus: 0, mem: 0, disk: 100, gpus: 0 } });
});

test('what is offered is taken back; what a task uses is 409', async () => {
  const { mesos, id: slaveId } = await withAgent();
  const framework = await mesos.framework();
  expect(framework.offers.size).toBe(1);
  expect((await form(mesos, '/reserve', { slaveId, resources: [mem] })).status).toBe(202);
  await mesos.settle();
  expect(framework.events.filter(({ type }) => type === 'RESCIND')).toHaveLength(1);
  framework.accept([testTask('big', { cpus: 0.5, mem: 400 })]);
  await mesos.settle();
  const refused = await form(mesos, '/reserve', { slaveId, resources: [{ ...mem, scalar: { value: 200 } }] });
  expect(refused.status).toBe(409);
});

test.each([
  ['/reserve', { slaveId: 'A', resources: '[' }, /Error in parsing 'resources'/],
  ['/reserve', { slaveId: 'A', resources: [{ name: 'mem' }] }, /'0.type' is not as expected/],
  ['/reserve', { slaveId: 'A' }, /Missing 'resources' query parameter/],
  ['/reserve', { slaveId: 'A', resources: [] }, /Invalid RESERVE operation: No resources/],
  ['/reserve', { slaveId: 'A', resources: [{ ...mem, reservations: [] }] }, /not dynamically reserved/],
  ['/unreserve', { slaveId: 'A', resources: [volume] }, /destroy the persistent volume first/],
  ['/create-volumes', { slaveId: 'A', volumes: [disk] }, /does not have DiskInfo.Persistence/],
  ['/destroy-volumes', { slaveId: 'A', volumes: [volume] }, /not found/],
  ['/create-volumes', { slaveId: 'A' }, /Missing 'volumes' query parameter/],
])('%s of %o is 400', async (path, fields, message) => {
  const { mesos, id } = await withAgent();
  const response = await form(mesos, path, { ...fields, slaveId: id });
  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(message);
});

test.each([
  [{ type: 'RESERVE_RESOURCES' }, /Expecting 'reserve_resources' to be present/],
  [{ type: 'RESERVE_RESOURCES', reserve_resources: { agent_id: { value: 'no-such' }, resources: [mem] } }, /No agent found/],
  [{ type: 'RESERVE_RESOURCES', reserve_resources: { resources: [mem] } }, /'agent_id'/],
])('the call %o is 400', async (body, message) => {
  const { mesos } = await withAgent();
  const response = await call(mesos, body);
  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(message);
});
