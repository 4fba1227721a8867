import { beforeEach, expect, test } from 'vitest';
import type { MasterStateJson, RoleJson, StateSummaryJson, TaskJson } from '../../api/mesos/state.ts';
import { testMesos, testTask, type TestFramework, type TestMesos } from './test-mesos.test-support.ts';

let mesos: TestMesos;
let marathon: TestFramework;

beforeEach(async () => {
  mesos = testMesos();
  marathon = await mesos.framework();
  mesos.agent('a1');
  mesos.agent('p1', {
    defaultRole: 'slave_public',
    attributes: [{ name: 'public_ip', type: 'TEXT', text: { value: 'true' } }],
  });
  await mesos.settle();
  marathon.accept([testTask('t', { ports: [{ begin: 31_000, end: 31_001 }] })], undefined, 3600);
  marathon.decline(3600);
  await mesos.settle();
});

const ask = (path: string, init?: RequestInit): Promise<Response> => mesos.master.fetch(new Request(`http://mesos${path}`, init));

test('agents show what they have, use and have reserved', async () => {
  const { slaves } = await mesos.get<MasterStateJson>('/state');
  const whole = { cpus: 1, gpus: 0, mem: 512, disk: 10_240, ports: '[31000-32000]' };
  const nothing = { cpus: 0, gpus: 0, mem: 0, disk: 0 };
  expect(slaves[0]).toMatchObject({
    hostname: '127.0.65.111',
    pid: 'slave(1)@192.168.65.111:5051',
    attributes: {},
    resources: whole,
    used_resources: { cpus: 0.1, gpus: 0, mem: 32, disk: 0, ports: '[31000-31001]' },
    offered_resources: nothing,
    reserved_resources: {},
    unreserved_resources: whole,
    active: true,
  });
  expect(slaves[1]).toMatchObject({
    attributes: { public_ip: 'true' },
    used_resources: nothing,
    reserved_resources: { slave_public: whole },
    unreserved_resources: nothing,
  });
  expect(slaves[1]?.used_resources).not.toHaveProperty('ports');
});

test('what is used and offered never exceeds what there is, and frameworks and agents agree', async () => {
  marathon.call({ type: 'REVIVE' });
  await mesos.settle();
  const { slaves, frameworks } = await mesos.get<StateSummaryJson>('/state-summary');
  const sum = (list: readonly { cpus: number; mem: number }[]): number[] => [
    list.reduce((total, { cpus }) => Math.round((total + cpus) * 1000) / 1000, 0),
    list.reduce((total, { mem }) => total + mem, 0),
  ];
  for (const part of ['used_resources', 'offered_resources'] as const) {
    expect(sum(frameworks.map((framework) => framework[part]))).toEqual(sum(slaves.map((slave) => slave[part])));
  }
  expect(sum(slaves.flatMap((slave) => [slave.used_resources, slave.offered_resources]))).toEqual(
    sum(slaves.map((slave) => slave.resources)),
  );
});

test('the summary counts tasks by agent and framework', async () => {
  const { slaves, frameworks } = await mesos.get<StateSummaryJson>('/state-summary');
  expect(slaves.map((slave) => [slave.TASK_RUNNING, slave.framework_ids])).toEqual([
    [1, [marathon.id()]],
    [0, []],
  ]);
  expect(frameworks).toMatchObject([{ TASK_RUNNING: 1, slave_ids: [slaves[0]?.id], name: 'marathon', webui_url: '' }]);
});

test('the same port on two agents is shown once and given back for each', async () => {
  marathon.call({ type: 'REVIVE' });
  await mesos.settle();
  const offer = [...marathon.offers.values()].find((candidate) => candidate.hostname === '127.0.65.60');
  marathon.accept([testTask('u', { role: 'slave_public', ports: [{ begin: 31_000, end: 31_001 }] })], offer);
  await mesos.settle();
  const ports = async (): Promise<string | undefined> => (await mesos.get<MasterStateJson>('/state')).frameworks[0]?.used_resources.ports;
  expect(await ports()).toBe('[31000-31001]');
  mesos.containers.end('u', { state: 'TASK_FINISHED', message: '' });
  await mesos.settle();
  expect(await ports()).toBe('[31000-31001]');
});

test('tasks come newest first, in pages, and filtered; nonsense counts as the default', async () => {
  marathon.call({ type: 'REVIVE' });
  await mesos.clock.advance(1000);
  const offer = [...marathon.offers.values()].find((candidate) => candidate.hostname === '127.0.65.111');
  marathon.accept([testTask('u')], offer);
  await mesos.settle();
  const ids = async (query: string): Promise<string[]> =>
    (await mesos.get<{ tasks: TaskJson[] }>(`/tasks${query}`)).tasks.map((task) => task.id);
  expect(await ids('')).toEqual(['u', 't']);
  expect(await ids('?order=asc')).toEqual(['t', 'u']);
  expect(await ids('?limit=1&offset=1')).toEqual(['t']);
  expect(await ids('?limit=0')).toEqual([]);
  expect(await ids('?offset=100000')).toEqual([]);
  expect(await ids('?limit=many&offset=-1&order=sideways')).toEqual(['u', 't']);
  expect(await ids('?task_id=t')).toEqual(['t']);
  expect(await ids(`?framework_id=${marathon.id()}&limit=1`)).toEqual(['u']);
  expect(await ids('?framework_id=no-such-framework')).toEqual([]);
});

test('roles: the default one, those with frameworks, reservations or weights', async () => {
  const put = (body: string): Promise<Response> => ask('/weights', { method: 'PUT', body });
  expect((await put('[{"role": "dev", "weight": 2.5}]')).status).toBe(200);
  const { roles } = await mesos.get<{ roles: RoleJson[] }>('/roles');
  expect(roles.map((role) => [role.name, role.weight])).toEqual([
    ['*', 1],
    ['dev', 2.5],
    ['slave_public', 1],
  ]);
  expect(roles[2]).toMatchObject({
    allocated: { cpus: 0.1, mem: 32, ports: 2 },
    reserved: { cpus: 1, mem: 512, disk: 10_240, ports: 1001 },
    frameworks: [marathon.id()],
  });
});

test.each([
  ['[{"role": "dev", "weight": 0}]', /Weights must be positive/],
  ['{"role": "dev"}', /Unexpected JSON type parsed/],
  ['[{"role": "bad/", "weight": 1}]', /cannot end with a slash/],
  ['[{"role": "a b", "weight": 1}]', /blanks/],
  ['[{', /not JSON/],
  ['[7]', /needs a 'role' and a 'weight'/],
])('the weights %s are refused', async (body, message) => {
  const answer = await ask('/weights', { method: 'PUT', body });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toMatch(message);
});

test('counters move with a task and agree with the resources', async () => {
  const metrics = (): Promise<Record<string, number>> => mesos.get('/metrics/snapshot');
  expect(await metrics()).toMatchObject({ 'master/tasks_running': 1, 'master/cpus_percent': 0.05, 'master/slaves_active': 2 });
  marathon.call({ type: 'KILL', kill: { task_id: { value: 't' } } });
  await mesos.settle();
  expect(await metrics()).toMatchObject({
    'master/tasks_running': 0,
    'master/tasks_killed': 1,
    'master/tasks_failed': 0,
    'master/messages_kill_task': 1,
    'master/cpus_used': 0,
    'master/mem_used': 0,
  });
  expect((await ask('/metrics/snapshot?timeout=soon')).status).toBe(400);
});

test('simulated tasks say so wherever their labels are shown', async () => {
  const simulated = { ...mesos.containers.containerizer, kind: 'simulated' as const, simulatedBecause: 'There is no engine.' };
  mesos.agent('a2', { containerizers: { docker: simulated, process: simulated } });
  await mesos.settle();
  const offer = [...marathon.offers.values()].find((candidate) => candidate.hostname === '127.0.65.121');
  marathon.accept([testTask('s', { task: { labels: { labels: [{ key: 'tier', value: 'test' }] } } })], offer);
  await mesos.settle();
  const { tasks } = await mesos.get<{ tasks: TaskJson[] }>('/tasks?task_id=s');
  expect(tasks[0]?.labels).toEqual([
    { key: 'tier', value: 'test' },
    { key: 'SIMULATED', value: 'There is no engine.' },
  ]);
});

test.each(['/api/v1', '/api/v1/scheduler', '/weights', '/quota', '/teardown', '/maintenance/schedule', '/machine/down'])(
  'a body of more than the limit is refused at %s, without being held',
  async (path) => {
    let sent = 0;
    const megabyte = new Uint8Array(1024 * 1024).fill(32);
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        sent++;
        controller.enqueue(megabyte);
      },
    });
    const method = path === '/weights' ? 'PUT' : 'POST';
    const init: RequestInit & { duplex: 'half' } = { method, body, headers: { 'content-type': 'application/json' }, duplex: 'half' };
    const answer = await testMesos().master.fetch(new Request(`http://m1${path}`, init));
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(15);
  },
);
