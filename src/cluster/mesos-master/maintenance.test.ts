import { expect, test } from 'vitest';
import type { MaintenanceStatus } from '../../api/mesos/maintenance.ts';
import type { MasterStateJson } from '../../api/mesos/state.ts';
import { manualClock } from '../kernel/clock.ts';
import { memoryStore } from '../kernel/store.ts';
import { scheduleProblem, withoutMachines } from './maintenance-rules.ts';
import { testMesos, testTask, type TestFramework, type TestMesos, type TestMesosParts } from './test-mesos.test-support.ts';

const A1 = { ip: '192.168.65.111' };
const A2 = { hostname: '127.0.65.121', ip: '192.168.65.121' };
const unavailability = { start: { nanoseconds: 1.8e18 }, duration: { nanoseconds: 3.6e12 } };
const scheduled = { windows: [{ machine_ids: [A1], unavailability }] };

async function post(mesos: TestMesos, path: string, body: unknown): Promise<[number, string]> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await mesos.master.fetch(
    new Request(`http://mesos${path}`, { method: 'POST', body: text, headers: { 'content-type': 'application/json' } }),
  );
  await mesos.settle();
  return [answer.status, await answer.text()];
}

const status = (mesos: TestMesos): Promise<MaintenanceStatus> => mesos.get('/maintenance/status');
const hosts = async (mesos: TestMesos): Promise<string[]> =>
  (await mesos.get<MasterStateJson>('/state')).slaves.map(({ hostname }) => hostname).sort();

async function twoAgents(parts?: TestMesosParts): Promise<{ mesos: TestMesos; framework: TestFramework }> {
  const mesos = testMesos(parts);
  const framework = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  framework.accept([testTask('t')]);
  mesos.agent('a2');
  await mesos.settle();
  return { mesos, framework };
}

test('a machine goes from up over scheduled to down, and up again', async () => {
  const { mesos, framework } = await twoAgents();
  expect(await post(mesos, '/maintenance/schedule', scheduled)).toEqual([200, '']);
  expect(await mesos.get('/maintenance/schedule')).toEqual(scheduled);
  expect(await status(mesos)).toEqual({ draining_machines: [{ id: A1 }] });
  expect(await post(mesos, '/machine/down', [A1])).toEqual([200, '']);
  expect(await status(mesos)).toEqual({ down_machines: [A1] });
  expect(framework.updates.at(-1)).toMatchObject({ state: 'TASK_GONE', message: expect.stringContaining('maintenance') as string });
  expect(mesos.containers.running()).toEqual([]);
  await mesos.clock.advance(60_000);
  expect(await hosts(mesos)).toEqual(['127.0.65.121']);
  expect(await post(mesos, '/machine/up', [A1])).toEqual([200, '']);
  await mesos.clock.advance(10_000);
  expect(await hosts(mesos)).toEqual(['127.0.65.111', '127.0.65.121']);
  expect(await mesos.get('/maintenance/schedule')).toEqual({});
  expect(await status(mesos)).toEqual({});
});

test('frameworks are asked to leave, their answers shown, and offers say when the machine is away', async () => {
  const { mesos, framework } = await twoAgents();
  await post(mesos, '/maintenance/schedule', scheduled);
  const asked = framework.events.flatMap((event) => (event.type === 'INVERSE_OFFERS' ? event.inverse_offers.inverse_offers : []));
  expect(asked).toMatchObject([{ unavailability, framework_id: { value: framework.id() } }]);
  framework.call({ type: 'ACCEPT_INVERSE_OFFERS', accept_inverse_offers: { inverse_offer_ids: asked.map(({ id }) => id) } });
  await mesos.settle();
  expect(await status(mesos)).toMatchObject({
    draining_machines: [{ statuses: [{ status: 'ACCEPT', framework_id: { value: framework.id() } }] }],
  });
  const offers = new Map([...framework.offers.values()].map((offer) => [offer.hostname, offer.unavailability]));
  expect(offers.get('127.0.65.111')).toEqual(unavailability);
  expect(offers.has('127.0.65.121') && offers.get('127.0.65.121')).toBeUndefined();
});

test('a new schedule asks anew', async () => {
  const { mesos, framework } = await twoAgents();
  await post(mesos, '/maintenance/schedule', scheduled);
  await post(mesos, '/maintenance/schedule', scheduled);
  expect(framework.events.filter(({ type }) => type === 'INVERSE_OFFERS')).toHaveLength(2);
  expect(framework.events.filter(({ type }) => type === 'RESCIND_INVERSE_OFFER')).toHaveLength(1);
});

test('the schedule and what is down hold over a restart of the master', async () => {
  const parts = { store: memoryStore(), clock: manualClock() };
  const { mesos } = await twoAgents(parts);
  await post(mesos, '/maintenance/schedule', { windows: [{ machine_ids: [A1, A2], unavailability }] });
  await post(mesos, '/machine/down', [A2]);
  mesos.master.stop();
  const later = testMesos({ ...parts, seed: 2 });
  later.agent('a1');
  later.agent('a2');
  await later.settle();
  expect(await hosts(later)).toEqual(['127.0.65.111']);
  expect(await status(later)).toEqual({ draining_machines: [{ id: A1 }], down_machines: [A2] });
});

test('the operator API does the same', async () => {
  const { mesos } = await twoAgents();
  const call = (type: string, part?: unknown): Promise<[number, string]> =>
    post(mesos, '/api/v1', { type, ...(part !== undefined && { [type.toLowerCase()]: part }) });
  expect(await call('UPDATE_MAINTENANCE_SCHEDULE', { schedule: scheduled })).toEqual([200, '']);
  expect(await call('START_MAINTENANCE', { machines: [A1] })).toEqual([200, '']);
  expect(JSON.parse((await call('GET_MAINTENANCE_STATUS'))[1])).toMatchObject({
    get_maintenance_status: { status: { down_machines: [A1] } },
  });
  expect(JSON.parse((await call('GET_MAINTENANCE_SCHEDULE'))[1])).toMatchObject({ get_maintenance_schedule: { schedule: scheduled } });
  expect(await call('STOP_MAINTENANCE', { machines: [A1] })).toEqual([200, '']);
});

test.each([
  ['/maintenance/schedule', '{', /Failed to parse/],
  ['/maintenance/schedule', { windows: [{ machine_ids: [], unavailability }] }, /window is empty/],
  ['/maintenance/schedule', { windows: [{ machine_ids: [{}], unavailability }] }, /Both 'hostname' and 'ip'/],
  ['/maintenance/schedule', { windows: [{ machine_ids: [A1, A1], unavailability }] }, /more than once/],
  ['/maintenance/schedule', { windows: [{ machine_ids: [A1] }] }, /unavailability/],
  [
    '/maintenance/schedule',
    { windows: [{ machine_ids: [A1], unavailability: { ...unavailability, duration: { nanoseconds: -1 } } }] },
    /negative/,
  ],
  ['/machine/down', [A1], /not part of a maintenance schedule/],
  ['/machine/up', [A1], /not part of a maintenance schedule/],
  ['/machine/down', [], /List of machines is empty/],
])('POST %s of %o is 400', async (path, body, message) => {
  expect(await post(testMesos(), path, body)).toEqual([400, expect.stringMatching(message)]);
});

test('only what is scheduled can go down, only what is down comes up, and what is down stays in the schedule', async () => {
  const mesos = testMesos();
  await post(mesos, '/maintenance/schedule', scheduled);
  expect((await post(mesos, '/machine/up', [A1]))[1]).toContain('not in DOWN mode');
  await post(mesos, '/machine/down', [A1]);
  expect((await post(mesos, '/machine/down', [A1]))[1]).toContain('not in DRAINING mode');
  expect(scheduleProblem({}, [A1])).toContain('must be in the schedule');
  expect(withoutMachines(scheduled, [{ ip: A1.ip }])).toEqual({});
});
