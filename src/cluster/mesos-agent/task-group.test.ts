import { expect, test } from 'vitest';
import { noQuantities, resourcesOf } from '../../api/mesos/quantities.ts';
import type { AgentFrameworkJson, MasterStateJson } from '../../api/mesos/state.ts';
import { scriptedContainers } from '../executor/scripted-containers.test-support.ts';
import { manualClock } from '../kernel/clock.ts';
import { memoryStore } from '../kernel/store.ts';
import { endOf, testMesos, testTask, type TestFramework, type TestMesos } from '../mesos-master/test-mesos.test-support.ts';

const EXECUTOR = {
  type: 'DEFAULT' as const,
  executor_id: { value: 'pod-1' },
  resources: resourcesOf({ '*': { ...noQuantities(), cpus: 0.1, mem: 32, disk: 10 } }),
};

function acceptGroup(framework: TestFramework, ids: readonly string[], mem = 32): void {
  const [offer] = framework.offers.values();
  if (!offer) throw new Error('There is no offer to accept.');
  framework.offers.clear();
  const tasks = ids.map((id) => ({ ...testTask(id, { mem }), agent_id: offer.agent_id }));
  const group = { executor: EXECUTOR, task_group: { tasks } };
  framework.call({
    type: 'ACCEPT',
    accept: { offer_ids: [offer.id], operations: [{ type: 'LAUNCH_GROUP', launch_group: group }], filters: { refuse_seconds: 0 } },
  });
}

async function withGroup(mesos: TestMesos, mem?: number): Promise<TestFramework> {
  const framework = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  acceptGroup(framework, ['one', 'two'], mem);
  await mesos.settle();
  return framework;
}

test('a group is one executor with its own resources, on the master and on the agent', async () => {
  const mesos = testMesos();
  const framework = await mesos.framework();
  const agent = mesos.agent('a1');
  await mesos.settle();
  acceptGroup(framework, ['one', 'two']);
  await mesos.settle();
  const master = await mesos.get<MasterStateJson>('/state');
  expect(master.frameworks[0]?.executors).toMatchObject([
    { executor_id: 'pod-1', type: 'DEFAULT', resources: { cpus: 0.1, mem: 32, disk: 10 } },
  ]);
  expect(master.frameworks[0]?.tasks.map(({ executor_id, resources }) => [executor_id, resources.mem])).toEqual([
    ['pod-1', 32],
    ['pod-1', 32],
  ]);
  expect(master.slaves[0]?.used_resources).toMatchObject({ cpus: 0.3, mem: 96, disk: 10 });
  const state = await mesos.get<{ frameworks: AgentFrameworkJson[] }>('/state', agent.fetch);
  expect(state.frameworks[0]?.executors).toMatchObject([{ id: 'pod-1', type: 'DEFAULT', resources: { cpus: 0.3, mem: 96, disk: 10 } }]);
  expect(state.frameworks[0]?.executors[0]?.tasks.map(({ id }) => id)).toEqual(['one', 'two']);
  const box = `/frameworks/${framework.id()}/executors/pod-1/runs/latest/tasks/one`;
  const files = await mesos.get<{ path: string }[]>(`/files/browse?path=${encodeURIComponent(box)}`, agent.fetch);
  expect(files.map(({ path }) => path.split('/').at(-1))).toEqual(['stderr', 'stdout']);
});

test('what fails or is killed takes the others with it, and all resources come back', async () => {
  const mesos = testMesos();
  const framework = await withGroup(mesos);
  mesos.containers.end('one', { state: 'TASK_FAILED', message: 'Command exited with status 1' });
  await mesos.settle();
  expect([endOf(framework, 'one')?.state, endOf(framework, 'two')?.state]).toEqual(['TASK_FAILED', 'TASK_KILLED']);
  const master = await mesos.get<MasterStateJson>('/state');
  expect(master.slaves[0]?.used_resources).toMatchObject({ cpus: 0, mem: 0, disk: 0 });
  expect(master.frameworks[0]?.executors).toEqual([]);
});

test('what ends well leaves the others alone', async () => {
  const mesos = testMesos();
  const framework = await withGroup(mesos);
  mesos.containers.end('one', { state: 'TASK_FINISHED', message: 'Command exited with status 0' });
  await mesos.settle();
  expect(framework.statesOf('one').at(-1)).toBe('TASK_FINISHED');
  expect(framework.statesOf('two').at(-1)).toBe('TASK_RUNNING');
});

test('all tasks of a group are launched or none', async () => {
  const mesos = testMesos();
  const framework = await withGroup(mesos, 250);
  expect(framework.updates.map(({ state, reason }) => [state, reason])).toEqual([
    ['TASK_ERROR', 'REASON_TASK_GROUP_INVALID'],
    ['TASK_ERROR', 'REASON_TASK_GROUP_INVALID'],
  ]);
  expect(mesos.containers.launched).toEqual([]);
});

test('a task that ended while the agent was dead takes the others with it when the agent is back', async () => {
  const [clock, store] = [manualClock(), memoryStore()];
  const containers = scriptedContainers(clock);
  const first = await withGroup(testMesos({ clock, store, containers }));
  containers.disconnect();
  containers.end('one', { state: 'TASK_FAILED', message: 'Command exited with status 1' });
  const second = testMesos({ clock, store, containers, seed: 2 });
  const framework = await second.framework({ id: { value: first.id() } });
  second.agent('a1');
  await second.settle();
  expect([endOf(framework, 'one')?.state, endOf(framework, 'two')?.state]).toEqual(['TASK_FAILED', 'TASK_KILLED']);
  expect(containers.running()).toEqual([]);
});

test('its containers are measured together, and its own share counts once', async () => {
  const mesos = testMesos();
  const framework = await mesos.framework();
  const agent = mesos.agent('a1');
  await mesos.settle();
  acceptGroup(framework, ['one', 'two']);
  await mesos.settle();
  const [entry, ...others] = await mesos.get<Record<string, unknown>[]>('/monitor/statistics', agent.fetch);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    executor_id: 'pod-1',
    executor_name: '',
    source: '',
    statistics: {
      cpus_limit: 0.3,
      cpus_user_time_secs: 2,
      cpus_system_time_secs: 1,
      mem_rss_bytes: 2048,
      mem_limit_bytes: 96 * 1024 * 1024,
    },
  });
  const { unreserved_resources_allocated } = await mesos.get<Record<string, unknown>>('/state', agent.fetch);
  expect(unreserved_resources_allocated).toMatchObject({ cpus: 0.3, mem: 96, disk: 10 });
});
