import { beforeEach, expect, test } from 'vitest';
import type { AgentFrameworkJson } from '../../api/mesos/state.ts';
import { testMesos, testTask, type TestFramework, type TestMesos } from '../mesos-master/test-mesos.test-support.ts';
import type { MesosAgent } from './agent.ts';

interface AgentStateJson {
  id: string;
  frameworks: AgentFrameworkJson[];
  completed_frameworks: AgentFrameworkJson[];
  unreserved_resources_allocated: Record<string, unknown>;
  master_hostname?: string;
}

let mesos: TestMesos;
let marathon: TestFramework;
let agent: MesosAgent;

beforeEach(async () => {
  mesos = testMesos();
  marathon = await mesos.framework();
  agent = mesos.agent('a1');
  await mesos.settle();
  const command = {
    shell: true,
    value: 'echo this command is long',
    environment: { variables: [{ name: 'MESOS_SANDBOX', value: 'mine' }] },
  };
  marathon.accept([testTask('t', { disk: 8, ports: [{ begin: 31_000, end: 31_000 }], task: { command } })], undefined, 3600);
  await mesos.settle();
});

const state = (): Promise<AgentStateJson> => mesos.get<AgentStateJson>('/state', agent.fetch);

test('the executor of a task counts a little of its own, here and not in the master', async () => {
  const { frameworks, unreserved_resources_allocated } = await state();
  const counted = { cpus: 0.2, mem: 64, disk: 8, gpus: 0, ports: '[31000-31000]' };
  expect(frameworks[0]?.executors[0]).toMatchObject({
    id: 't',
    source: 't',
    name: "Command Executor (Task: t) (Command: sh -c 'echo this co...')",
    resources: counted,
    role: 'slave_public',
    tasks: [{ id: 't', executor_id: '', state: 'TASK_RUNNING', resources: { cpus: 0.1, mem: 32 } }],
    queued_tasks: [],
    completed_tasks: [],
  });
  expect(unreserved_resources_allocated).toEqual(counted);
  const { slaves } = await mesos.get<{ slaves: { used_resources: unknown }[] }>('/slaves');
  expect(slaves[0]?.used_resources).toMatchObject({ cpus: 0.1, mem: 32 });
});

test('it says which master it is registered with, as that names itself', async () => {
  const { leader_info } = await mesos.get<{ leader_info: { hostname: string } }>('/state');
  expect((await state()).master_hostname).toBe(leader_info.hostname);
});

test('after its end the executor is among the completed ones, with what is its own', async () => {
  mesos.containers.end('t', { state: 'TASK_FINISHED', message: '' });
  await mesos.settle();
  const { frameworks, completed_frameworks } = await state();
  expect(frameworks).toEqual([]);
  expect(completed_frameworks[0]?.completed_executors[0]).toMatchObject({
    resources: { cpus: 0.1, mem: 32 },
    tasks: [],
    completed_tasks: [{ id: 't', state: 'TASK_FINISHED' }],
  });
});

test('a task finds what Mesos tells it in its environment; its own variables win', () => {
  const [spec] = mesos.containers.launched;
  expect(spec?.environment).toEqual({
    MESOS_AGENT_ENDPOINT: '192.168.65.111:5051',
    MESOS_ALLOCATION_ROLE: 'slave_public',
    MESOS_CHECKPOINT: '1',
    MESOS_DIRECTORY: spec?.sandbox,
    MESOS_EXECUTOR_ID: 't',
    MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD: '5secs',
    MESOS_FRAMEWORK_ID: marathon.id(),
    MESOS_HTTP_COMMAND_EXECUTOR: '0',
    MESOS_RECOVERY_TIMEOUT: '15mins',
    MESOS_SUBSCRIPTION_BACKOFF_MAX: '2secs',
    MESOS_SANDBOX: 'mine',
    MESOS_SLAVE_ID: agent.id(),
    MESOS_SLAVE_PID: 'slave(1)@192.168.65.111:5051',
    MESOS_TASK_ID: 't',
  });
  expect(spec?.ports).toEqual([31_000]);
});

test('containers are run by docker when they have an image, commands by the process executor', async () => {
  const used: string[] = [];
  const as = (name: string) => ({
    ...mesos.containers.containerizer,
    launch: (...[spec, report]: Parameters<typeof mesos.containers.containerizer.launch>) => {
      used.push(
        `${spec.taskId} ${name} ${spec.docker?.image ?? '-'} ${spec.environment['MESOS_SANDBOX'] === spec.sandbox ? 'own' : spec.environment['MESOS_SANDBOX']}`,
      );
      mesos.containers.containerizer.launch(spec, report);
    },
  });
  mesos.agent('a2', { containerizers: { docker: as('docker'), process: as('process') } });
  await mesos.settle();
  const image = { type: 'MESOS' as const, mesos: { image: { type: 'DOCKER' as const, docker: { name: 'busybox' } } } };
  marathon.accept([
    testTask('command'),
    testTask('docker', { task: { container: { type: 'DOCKER', docker: { image: 'redis' } } } }),
    testTask('ucr', { task: { container: image } }),
    testTask('bare', { task: { container: { type: 'MESOS' } } }),
  ]);
  await mesos.settle();
  expect(used).toEqual([
    'command process - own',
    'docker docker redis /mnt/mesos/sandbox',
    'ucr docker busybox /mnt/mesos/sandbox',
    'bare process - own',
  ]);
});

test('what a container uses is measured when asked, and only while it runs', async () => {
  const [container] = await mesos.get<Record<string, unknown>[]>('/containers', agent.fetch);
  expect(container).toMatchObject({
    executor_id: 't',
    framework_id: marathon.id(),
    container_id: mesos.containers.launched[0]?.containerId,
    statistics: {
      cpus_limit: 0.2,
      cpus_user_time_secs: 1,
      mem_rss_bytes: 1024,
      mem_limit_bytes: 64 * 1024 * 1024,
      disk_used_bytes: expect.any(Number),
    },
  });
  const [entry] = await mesos.get<Record<string, unknown>[]>('/monitor/statistics', agent.fetch);
  expect(entry).not.toHaveProperty('container_id');
  mesos.containers.end('t', { state: 'TASK_FINISHED', message: '' });
  await mesos.settle();
  expect(await mesos.get('/containers', agent.fetch)).toEqual([]);
});

test('its metrics move with a task', async () => {
  const metrics = (): Promise<Record<string, number>> => mesos.get('/metrics/snapshot', agent.fetch);
  expect(await metrics()).toMatchObject({
    'slave/tasks_running': 1,
    'slave/executors_running': 1,
    'slave/frameworks_active': 1,
    'slave/registered': 1,
  });
  mesos.containers.end('t', { state: 'TASK_FAILED', message: 'Command exited with status 3' });
  await mesos.settle();
  expect(await metrics()).toMatchObject({
    'slave/tasks_running': 0,
    'slave/tasks_failed': 1,
    'slave/executors_terminated': 1,
    'slave/cpus_used': 0,
  });
});

test('it refuses calls of the master', async () => {
  const answer = await agent.fetch(
    new Request('http://agent/api/v1', { method: 'POST', body: '{"type":"GET_ROLES"}', headers: { 'content-type': 'application/json' } }),
  );
  expect([answer.status, await answer.text()]).toEqual([400, "Failed to validate agent::Call: Expecting 'type' to be present"]);
});
