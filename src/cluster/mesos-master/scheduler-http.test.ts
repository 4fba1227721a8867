import { expect, test } from 'vitest';
import type { SchedulerEvent } from '../../api/mesos/scheduler.ts';
import type { FrameworkJson } from '../../api/mesos/state.ts';
import { limits } from '../kernel/limits.ts';
import { readRecords, type RecordReader } from './record-reader.test-support.ts';
import { testMesos, testTask, type TestMesos } from './test-mesos.test-support.ts';

const CAPABILITIES = ['MULTI_ROLE', 'PARTITION_AWARE', 'RESERVATION_REFINEMENT'].map((type) => ({ type }));
const INFO = { name: 'sweeper', user: 'root', roles: ['dev'], capabilities: CAPABILITIES, failover_timeout: 60 };

const post = (mesos: TestMesos, body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> =>
  mesos.master.fetch(
    new Request('http://mesos/api/v1/scheduler', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
      ...(signal && { signal }),
    }),
  );

interface Scheduler extends RecordReader<SchedulerEvent> {
  id: string;
  streamId: string;
  /** Status and text of the answer. */
  call(call: Record<string, unknown>, headers?: Record<string, string>): Promise<[number, string]>;
  hangUp(): void;
}

async function subscribe(mesos: TestMesos, info: Record<string, unknown> = INFO, more: Record<string, unknown> = {}): Promise<Scheduler> {
  const controller = new AbortController();
  const response = await post(mesos, { type: 'SUBSCRIBE', subscribe: { framework_info: info }, ...more }, {}, controller.signal);
  expect(response.status).toBe(200);
  const reader = readRecords<SchedulerEvent>(response);
  await mesos.settle();
  const [first] = reader.records;
  const id = first?.type === 'SUBSCRIBED' ? first.subscribed.framework_id.value : '';
  const streamId = response.headers.get('mesos-stream-id') ?? '';
  return {
    ...reader,
    id,
    streamId,
    hangUp: () => controller.abort(),
    async call(call, headers = { 'mesos-stream-id': streamId }) {
      const answer = await post(mesos, { framework_id: { value: id }, ...call }, headers);
      await mesos.settle();
      return [answer.status, await answer.text()];
    },
  };
}

const of = <T extends SchedulerEvent['type']>(scheduler: RecordReader<SchedulerEvent>, type: T): Extract<SchedulerEvent, { type: T }>[] =>
  scheduler.records.filter((event): event is Extract<SchedulerEvent, { type: T }> => event.type === type);
const offersOf = (scheduler: Scheduler) => of(scheduler, 'OFFERS').flatMap(({ offers }) => offers.offers);
const statesOf = (scheduler: Scheduler): string[] => of(scheduler, 'UPDATE').map(({ update }) => update.status.state);
const frameworks = async (mesos: TestMesos): Promise<FrameworkJson[]> =>
  (await mesos.get<{ frameworks: FrameworkJson[] }>('/state')).frameworks;

test('SUBSCRIBE opens a stream: SUBSCRIBED, a heartbeat at once and each 15 s, offers as they are made', async () => {
  const mesos = testMesos();
  const scheduler = await subscribe(mesos);
  expect(scheduler.streamId).toMatch(/^[0-9a-f-]{36}$/);
  expect(scheduler.records.map(({ type }) => type)).toEqual(['SUBSCRIBED', 'HEARTBEAT']);
  expect(scheduler.records[0]).toMatchObject({
    subscribed: {
      framework_id: { value: expect.stringMatching(/-0000$/) as string },
      heartbeat_interval_seconds: 15,
      master_info: { port: 5050 },
    },
  });
  mesos.agent('a1');
  await mesos.clock.advance(15_000);
  expect(scheduler.records.slice(2).map(({ type }) => type)).toEqual(['OFFERS', 'HEARTBEAT']);
  expect(await frameworks(mesos)).toMatchObject([{ id: scheduler.id, active: true, connected: true, roles: ['dev'] }]);
  expect((await frameworks(mesos))[0]).not.toHaveProperty('pid');
});

test('a task is launched, told of, acknowledged, killed and reconciled', async () => {
  const mesos = testMesos();
  mesos.agent('a1');
  const scheduler = await subscribe(mesos);
  const [offer] = offersOf(scheduler);
  const task = { ...testTask('t1'), agent_id: offer?.agent_id };
  expect(
    await scheduler.call({
      type: 'ACCEPT',
      accept: { offer_ids: [offer?.id], operations: [{ type: 'LAUNCH', launch: { task_infos: [task] } }] },
    }),
  ).toEqual([202, '']);
  const acknowledge = async (): Promise<void> => {
    const status = of(scheduler, 'UPDATE').at(-1)?.update.status;
    await scheduler.call({
      type: 'ACKNOWLEDGE',
      acknowledge: { agent_id: status?.agent_id, task_id: status?.task_id, uuid: status?.uuid },
    });
  };
  expect(statesOf(scheduler)).toEqual(['TASK_STARTING']);
  await acknowledge();
  expect(statesOf(scheduler)).toEqual(['TASK_STARTING', 'TASK_RUNNING']);
  await acknowledge();
  await scheduler.call({ type: 'RECONCILE', reconcile: { tasks: [{ task_id: { value: 't1' } }, { task_id: { value: 'unknown' } }] } });
  expect(statesOf(scheduler).slice(2)).toEqual(['TASK_RUNNING', 'TASK_UNKNOWN']);
  await scheduler.call({ type: 'KILL', kill: { task_id: { value: 't1' } } });
  expect(statesOf(scheduler).at(-1)).toBe('TASK_KILLED');
  await acknowledge();
  expect((await frameworks(mesos))[0]).toMatchObject({ tasks: [], completed_tasks: [{ id: 't1', state: 'TASK_KILLED' }] });
});

test('a group is launched as a whole; SHUTDOWN of its executor ends it', async () => {
  const mesos = testMesos();
  mesos.agent('a1');
  const scheduler = await subscribe(mesos);
  const [offer] = offersOf(scheduler);
  const tasks = ['g1', 'g2'].map((id) => ({ ...testTask(id), agent_id: offer?.agent_id }));
  const executor = { type: 'DEFAULT', executor_id: { value: 'pod' }, resources: testTask('x', { cpus: 0.1, mem: 32 }).resources };
  const operations = [{ type: 'LAUNCH_GROUP', launch_group: { executor, task_group: { tasks } } }];
  await scheduler.call({ type: 'ACCEPT', accept: { offer_ids: [offer?.id], operations } });
  expect(mesos.containers.running()).toEqual(['g1', 'g2']);
  expect((await scheduler.call({ type: 'SHUTDOWN', shutdown: { executor_id: { value: 'pod' }, agent_id: offer?.agent_id } }))[0]).toBe(202);
  expect(mesos.containers.running()).toEqual([]);
});

test('declining, suppressing and reviving', async () => {
  const mesos = testMesos();
  mesos.agent('a1');
  const scheduler = await subscribe(mesos);
  const [offer] = offersOf(scheduler);
  await scheduler.call({ type: 'SUPPRESS' });
  await scheduler.call({ type: 'DECLINE', decline: { offer_ids: [offer?.id], filters: { refuse_seconds: 0 } } });
  await mesos.clock.advance(5000);
  expect(offersOf(scheduler)).toHaveLength(1);
  await scheduler.call({ type: 'REVIVE', revive: { roles: ['dev'] } });
  expect(offersOf(scheduler)).toHaveLength(2);
});

test('reservations by ACCEPT are told by UPDATE_OPERATION_STATUS', async () => {
  const mesos = testMesos();
  mesos.agent('a1');
  const scheduler = await subscribe(mesos);
  const [offer] = offersOf(scheduler);
  const resources = [{ name: 'mem', type: 'SCALAR', scalar: { value: 64 }, reservations: [{ type: 'DYNAMIC', role: 'dev' }] }];
  await scheduler.call({
    type: 'ACCEPT',
    accept: { offer_ids: [offer?.id], operations: [{ type: 'RESERVE', id: { value: 'r' }, reserve: { resources } }] },
  });
  expect(of(scheduler, 'UPDATE_OPERATION_STATUS')).toMatchObject([
    { update_operation_status: { status: { operation_id: { value: 'r' }, state: 'OPERATION_FINISHED' } } },
  ]);
  const operations = [{ operation_id: { value: 'r' }, agent_id: offer?.agent_id }];
  expect((await scheduler.call({ type: 'RECONCILE_OPERATIONS', reconcile_operations: { operations } }))[0]).toBe(202);
  expect(of(scheduler, 'UPDATE_OPERATION_STATUS').at(-1)).toMatchObject({
    update_operation_status: { status: { state: 'OPERATION_UNKNOWN' } },
  });
});

test('a framework without MULTI_ROLE and RESERVATION_REFINEMENT has one role and reads resources in the old spelling', async () => {
  const mesos = testMesos();
  mesos.agent('p1', { defaultRole: 'slave_public' });
  const scheduler = await subscribe(mesos, { name: 'old', user: 'root', role: 'slave_public' });
  const [offer] = offersOf(scheduler);
  expect(offer?.resources.map(({ role, reservations }) => [role, reservations])).toEqual(
    Array.from({ length: 4 }, () => ['slave_public', undefined]),
  );
  expect((await frameworks(mesos))[0]).toMatchObject({ role: 'slave_public' });
});

test('who hangs up has its failover timeout to come back; its tasks go on', async () => {
  const mesos = testMesos();
  mesos.agent('a1');
  const scheduler = await subscribe(mesos);
  const [offer] = offersOf(scheduler);
  const task = { ...testTask('t1'), agent_id: offer?.agent_id };
  await scheduler.call({
    type: 'ACCEPT',
    accept: { offer_ids: [offer?.id], operations: [{ type: 'LAUNCH', launch: { task_infos: [task] } }] },
  });
  scheduler.hangUp();
  await mesos.clock.advance(59_000);
  expect(await scheduler.call({ type: 'REVIVE' })).toEqual([403, 'Framework is not subscribed']);
  expect(await frameworks(mesos)).toMatchObject([{ active: false, connected: false, tasks: [{ id: 't1' }] }]);
  const back = await subscribe(mesos, { ...INFO, id: { value: scheduler.id } }, { framework_id: { value: scheduler.id } });
  expect(back.id).toBe(scheduler.id);
  back.hangUp();
  await mesos.clock.advance(60_000);
  expect(mesos.containers.running()).toEqual([]);
  expect(await back.call({ type: 'REVIVE' })).toEqual([400, 'Framework cannot be found']);
});

test('a second subscription with the same id takes over: the first stream ends with an ERROR, its id is no good any more', async () => {
  const mesos = testMesos();
  const first = await subscribe(mesos);
  const second = await subscribe(mesos, { ...INFO, id: { value: first.id } }, { framework_id: { value: first.id } });
  expect(first.records.at(-1)).toEqual({ type: 'ERROR', error: { message: 'Framework failed over' } });
  expect(first.ended()).toBe(true);
  expect((await first.call({ type: 'REVIVE' }))[0]).toBe(400);
  expect((await second.call({ type: 'REVIVE' }))[0]).toBe(202);
  expect(await frameworks(mesos)).toMatchObject([{ active: true }]);
});

test('TEARDOWN ends the framework, its tasks and the stream', async () => {
  const mesos = testMesos();
  const scheduler = await subscribe(mesos);
  expect(await scheduler.call({ type: 'TEARDOWN' })).toEqual([202, '']);
  expect(scheduler.ended()).toBe(true);
  expect(await frameworks(mesos)).toEqual([]);
  const again = await subscribe(mesos, { ...INFO, id: { value: scheduler.id } }, { framework_id: { value: scheduler.id } });
  expect(again.records).toMatchObject([{ type: 'ERROR', error: { message: 'Framework has been removed' } }]);
  expect(again.ended()).toBe(true);
});

test('a scheduler that does not read is disconnected, and only that', async () => {
  const mesos = testMesos();
  const other = await subscribe(mesos, { ...INFO, name: 'other' });
  const response = await post(mesos, { type: 'SUBSCRIBE', subscribe: { framework_info: INFO } });
  for (let i = 0; i <= limits.eventsPerSubscriber; i++) await mesos.clock.advance(15_000);
  expect((await frameworks(mesos)).map(({ name, active }) => [name, active])).toEqual([
    ['other', true],
    ['sweeper', false],
  ]);
  expect(other.ended()).toBe(false);
  await expect(response.text()).rejects.toThrow('The reader has not kept up');
});

test('what a framework says of itself may be changed by UPDATE_FRAMEWORK, but not its user', async () => {
  const mesos = testMesos();
  const scheduler = await subscribe(mesos);
  const update = (info: Record<string, unknown>) =>
    scheduler.call({ type: 'UPDATE_FRAMEWORK', update_framework: { framework_info: info } });
  expect(await update({ ...INFO, roles: ['dev', 'prod'] })).toEqual([200, '']);
  expect(await frameworks(mesos)).toMatchObject([{ roles: ['dev', 'prod'] }]);
  expect(await update({ ...INFO, user: 'eve' })).toMatchObject([400, expect.stringContaining("'FrameworkInfo.user'") as string]);
});

test.each([
  [{ ...INFO, role: 'dev' }, /'FrameworkInfo.role' must not be set/],
  [{ ...INFO, capabilities: [] }, /'FrameworkInfo.roles' must not be set/],
  [{ ...INFO, roles: ['dev', 'dev'] }, /twice/],
  [{ ...INFO, roles: ['/dev'] }, /cannot start with a slash/],
  [{ ...INFO, failover_timeout: -1 }, /failover_timeout/],
])('%o is refused by an ERROR on the stream', async (info, message) => {
  const mesos = testMesos();
  const scheduler = await subscribe(mesos, info);
  expect(scheduler.records).toMatchObject([{ type: 'ERROR', error: { message: expect.stringMatching(message) as string } }]);
  expect(scheduler.ended()).toBe(true);
});

test.each<[string, unknown, Record<string, string>, number, RegExp]>([
  ['no content type that it knows', '{}', { 'content-type': 'text/plain' }, 415, /Content-Type/],
  ['no JSON', '{', {}, 400, /Failed to parse body/],
  ['no type', {}, {}, 400, /Expecting 'type' to be present/],
  ['an unknown type', { type: 'GET_LUNCH' }, {}, 400, /Expecting 'type' to be present/],
  ['SUBSCRIBE without its part', { type: 'SUBSCRIBE' }, {}, 400, /Expecting 'subscribe' to be present/],
  [
    'SUBSCRIBE without a user',
    { type: 'SUBSCRIBE', subscribe: { framework_info: { name: 'x' } } },
    {},
    400,
    /'subscribe.framework_info.user'/,
  ],
  [
    'SUBSCRIBE with a stream id',
    { type: 'SUBSCRIBE', subscribe: { framework_info: INFO } },
    { 'mesos-stream-id': 'x' },
    400,
    /should not include/,
  ],
  ['SUBSCRIBE with two ids', { type: 'SUBSCRIBE', framework_id: { value: 'a' }, subscribe: { framework_info: INFO } }, {}, 400, /differs/],
  ['a call without framework id', { type: 'REVIVE' }, {}, 400, /Expecting 'framework_id' to be present/],
  ['a call of an unknown framework', { type: 'REVIVE', framework_id: { value: 'x' } }, {}, 400, /Framework cannot be found/],
  ['ACCEPT without its part', { type: 'ACCEPT', framework_id: { value: 'x' } }, {}, 400, /Expecting 'accept' to be present/],
])('%s is refused', async (_, body, headers, status, message) => {
  const response = await post(testMesos(), body, headers);
  expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(message)]);
});

test('calls have to name their stream, and be formed as their type wants it', async () => {
  const mesos = testMesos();
  const inProcess = await mesos.framework();
  const scheduler = await subscribe(mesos);
  expect(await scheduler.call({ type: 'REVIVE' }, {})).toEqual([
    400,
    "All non-subscribe calls should include the 'Mesos-Stream-Id' header",
  ]);
  expect((await scheduler.call({ type: 'REVIVE' }, { 'mesos-stream-id': 'other' }))[1]).toContain("didn't match the stream ID");
  expect(await scheduler.call({ type: 'REVIVE', framework_id: { value: inProcess.id() } })).toEqual([
    403,
    'Framework is not connected via HTTP',
  ]);
  expect((await scheduler.call({ type: 'ACCEPT', accept: { offer_ids: 'all' } }))[1]).toContain("'accept.offer_ids'");
  expect((await scheduler.call({ type: 'KILL', kill: {} }))[1]).toContain("'kill.task_id'");
});

test("a framework's own executor is refused as TASK_ERROR", async () => {
  const mesos = testMesos();
  mesos.agent('a1');
  const scheduler = await subscribe(mesos);
  const [offer] = offersOf(scheduler);
  const task = { ...testTask('own'), agent_id: offer?.agent_id, executor: { executor_id: { value: 'mine' }, command: { value: './run' } } };
  await scheduler.call({
    type: 'ACCEPT',
    accept: { offer_ids: [offer?.id], operations: [{ type: 'LAUNCH', launch: { task_infos: [task] } }] },
  });
  expect(of(scheduler, 'UPDATE')).toMatchObject([
    { update: { status: { state: 'TASK_ERROR', message: expect.stringContaining('not run here') as string } } },
  ]);
});
