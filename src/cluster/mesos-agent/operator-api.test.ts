import { beforeEach, expect, test } from 'vitest';
import { testMesos, testTask, type TestFramework, type TestMesos } from '../mesos-master/test-mesos.test-support.ts';
import type { MesosAgent } from './agent.ts';

let mesos: TestMesos;
let marathon: TestFramework;
let agent: MesosAgent;
let box: string;

beforeEach(async () => {
  mesos = testMesos();
  marathon = await mesos.framework();
  agent = mesos.agent('a1');
  await mesos.settle();
  marathon.accept([testTask('t', { task: { labels: { labels: [{ key: 'tier', value: 'test' }] } } })], undefined, 3600);
  await mesos.settle();
  box = mesos.containers.launched[0]?.sandbox ?? '';
  await mesos.files.append(`${box}/stdout`, 'grüße\n');
});

const ask = (call: Record<string, unknown>): Promise<Response> =>
  agent.fetch(
    new Request('http://agent/api/v1', { method: 'POST', body: JSON.stringify(call), headers: { 'content-type': 'application/json' } }),
  );
const answer = async (call: Record<string, unknown>): Promise<unknown> => (await ask(call)).json();
const list = (path: string): Promise<Response> => ask({ type: 'LIST_FILES', list_files: { path } });
const read = (path: string, more: Record<string, unknown> = { offset: 0 }): Promise<Response> =>
  ask({ type: 'READ_FILE', read_file: { path, ...more } });

const TASK = { task_id: { value: 't' }, labels: { labels: [{ key: 'tier', value: 'test' }] } };
const EXECUTOR = { executor_info: { executor_id: { value: 't' }, resources: [{ name: 'cpus', scalar: { value: 0.2 } }, { name: 'mem' }] } };

test('it tells itself, its frameworks, executors and tasks, one by one and together', async () => {
  const launched_tasks = [{ ...TASK, state: 'TASK_RUNNING', status_update_state: 'TASK_RUNNING', agent_id: { value: agent.id() } }];
  const frameworks = [{ framework_info: { id: { value: marathon.id() }, name: 'marathon' } }];
  expect(await answer({ type: 'GET_AGENT' })).toMatchObject({
    get_agent: { agent_info: { id: { value: agent.id() }, hostname: '127.0.65.111', port: 5051 } },
  });
  expect(await answer({ type: 'GET_TASKS' })).toMatchObject({ type: 'GET_TASKS', get_tasks: { launched_tasks } });
  expect(await answer({ type: 'GET_EXECUTORS' })).toMatchObject({ get_executors: { executors: [EXECUTOR] } });
  expect(await answer({ type: 'GET_FRAMEWORKS' })).toMatchObject({ get_frameworks: { frameworks } });
  expect(await answer({ type: 'GET_STATE' })).toMatchObject({
    get_state: { get_tasks: { launched_tasks }, get_executors: { executors: [EXECUTOR] }, get_frameworks: { frameworks } },
  });
  expect(await answer({ type: 'GET_CONTAINERS' })).toMatchObject({
    get_containers: {
      containers: [
        {
          framework_id: { value: marathon.id() },
          executor_id: { value: 't' },
          container_id: { value: mesos.containers.launched[0]?.containerId },
          container_status: { executor_pid: 4711 },
          resource_statistics: { cpus_limit: 0.2 },
        },
      ],
    },
  });
});

test('what has ended is terminated until that is acknowledged, and then completed', async () => {
  marathon.acknowledges = false;
  mesos.containers.end('t', { state: 'TASK_FINISHED', message: '' });
  await mesos.settle();
  const terminated = (await answer({ type: 'GET_TASKS' })) as { get_tasks: Record<string, unknown> };
  expect(terminated.get_tasks).toMatchObject({ terminated_tasks: [{ ...TASK, state: 'TASK_FINISHED' }] });
  expect(Object.keys(terminated.get_tasks)).toEqual(['terminated_tasks']);
  expect(await answer({ type: 'GET_CONTAINERS' })).toEqual({ type: 'GET_CONTAINERS', get_containers: {} });
  marathon.acknowledges = true;
  for (const { uuid, agent_id, task_id } of marathon.updates)
    if (uuid !== undefined && agent_id) marathon.call({ type: 'ACKNOWLEDGE', acknowledge: { uuid, agent_id, task_id } });
  await mesos.settle();
  expect(await answer({ type: 'GET_STATE' })).toMatchObject({
    get_state: {
      get_tasks: { completed_tasks: [TASK] },
      get_executors: { completed_executors: [{ executor_info: { executor_id: { value: 't' } } }] },
      get_frameworks: { completed_frameworks: [{ framework_info: { name: 'marathon' } }] },
    },
  });
});

test('files are listed with what stat(2) says of them', async () => {
  await mesos.files.append(`${box}/deep/notes.txt`, 'n');
  expect(await (await list(`${box}/`)).json()).toMatchObject({
    list_files: {
      file_infos: [
        { path: `${box}/deep`, mode: 0o040_755 },
        { path: `${box}/stdout`, mode: 0o100_644, size: 8, mtime: { nanoseconds: mesos.clock.now() * 1e6 } },
      ],
    },
  });
  expect(await (await list(`${box}/stdout`)).json()).toEqual({ type: 'LIST_FILES', list_files: {} });
});

test('files are read as bytes, from any of them, with the size of the whole', async () => {
  const bytes = async (more?: Record<string, unknown>): Promise<unknown> => {
    const { read_file } = (await (await read(`${box}/stdout`, more)).json()) as { read_file: { data: string; size: number } };
    return [atob(read_file.data), read_file.size];
  };
  const whole = String.fromCharCode(...new TextEncoder().encode('grüße\n'));
  expect(await bytes()).toEqual([whole, 8]);
  expect(await bytes({ offset: 3, length: 2 })).toEqual([whole.slice(3, 5), 8]);
  expect(await bytes({ offset: 100 })).toEqual(['', 8]);
  await mesos.files.append(`${box}/large`, 'x'.repeat(70_000));
  const { read_file } = (await (await read(`${box}/large`)).json()) as { read_file: { data: string; size: number } };
  expect([atob(read_file.data).length, read_file.size]).toEqual([65_536, 70_000]);
});

test('files that are not attached, are not there or lie outside are not found', async () => {
  for (const path of ['/etc/passwd', `${box}/nothing`, `${box}/../../..`, `${box}/stdout\0`, '/']) {
    expect([(await list(path)).status, (await read(path)).status], path).toEqual([404, 404]);
  }
});

test.each([
  [{ type: 'READ_FILE' }, "Failed to validate agent::Call: Expecting 'read_file' to be present"],
  [{ type: 'READ_FILE', read_file: { offset: 0 } }, 'Failed to convert JSON into Call protobuf: Missing required fields: read_file.path'],
  [
    { type: 'READ_FILE', read_file: { path: '/x' } },
    'Failed to convert JSON into Call protobuf: Missing required fields: read_file.offset',
  ],
  [
    { type: 'READ_FILE', read_file: { path: '/x', offset: -1 } },
    "Failed to convert JSON into Call protobuf: Expecting a whole number from 0 up for field 'read_file.offset'",
  ],
  [{ type: 'GET_ROLES' }, "Failed to validate agent::Call: Expecting 'type' to be present"],
  [{}, "Failed to validate agent::Call: Expecting 'type' to be present"],
])('%j is refused', async (call, message) => {
  const refused = await ask(call);
  expect([refused.status, await refused.text()]).toEqual([400, message]);
});
