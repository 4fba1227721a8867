import { expect, test } from 'vitest';
import type { Fetch } from '../../api/http/fetch.ts';
import { noQuantities, resourcesOf } from '../../api/mesos/quantities.ts';
import type { AgentFrameworkJson, MasterStateJson } from '../../api/mesos/state.ts';
import { testMesos, testTask, type TestFramework } from './test-mesos.test-support.ts';

// The way of Mesos' own web UI (`--webui`) from page to page: everything by jsonp, each step found in the answer before. A member that
// it reads and that is not there shows as NaN or as nothing.

interface AgentState {
  hostname: string;
  version: string;
  build_time: number;
  start_time: number;
  master_hostname: string;
  resources: object;
  frameworks: AgentFrameworkJson[];
  completed_frameworks: AgentFrameworkJson[];
}

async function jsonp<T>(fetch: Fetch, path: string): Promise<T> {
  const answer = await fetch(new Request(`http://mesos${path}${path.includes('?') ? '&' : '?'}jsonp=angular.callbacks._0`));
  expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'text/javascript']);
  return JSON.parse(/^angular\.callbacks\._0\((.*)\)$/s.exec(await answer.text())?.[1] ?? '') as T;
}

/** Those of the names that the object does not have, or has as null. */
const missing = (object: object, names: string): string[] =>
  names.split(' ').filter((name) => (Reflect.get(object, name) as unknown) == null);

function launchPod(framework: TestFramework): void {
  const [offer] = framework.offers.values();
  if (!offer) throw new Error('There is no offer to accept.');
  framework.offers.delete(offer.id.value);
  const own = resourcesOf({ '*': { ...noQuantities(), cpus: 0.1, mem: 32 } });
  const executor = { type: 'DEFAULT' as const, executor_id: { value: 'pod' }, resources: own };
  const task_group = { tasks: [{ ...testTask('one'), agent_id: offer.agent_id }] };
  framework.call({
    type: 'ACCEPT',
    accept: {
      offer_ids: [offer.id],
      operations: [{ type: 'LAUNCH_GROUP', launch_group: { executor, task_group } }],
      filters: { refuse_seconds: 0 },
    },
  });
}

async function busyMesos() {
  const mesos = testMesos();
  const gone = await mesos.framework({ name: 'gone', principal: 'op' });
  gone.call({ type: 'TEARDOWN' });
  await mesos.settle();
  const marathon = await mesos.framework({ webui_url: 'http://127.0.0.1:5080/marathon/' });
  const agent = mesos.agent('a1');
  await mesos.settle();
  marathon.accept([testTask('fails'), testTask('runs')]);
  await mesos.settle();
  mesos.containers.end('fails', { state: 'TASK_FAILED', message: 'Command exited with status 3' });
  await mesos.clock.advance(1000);
  launchPod(marathon);
  await mesos.clock.advance(1000);
  return { master: mesos.master.fetch, agent: agent.fetch };
}

test('the pages of the master find what they show', async () => {
  const { master } = await busyMesos();
  const state = await jsonp<MasterStateJson & { flags: object }>(master, '/master/state');
  expect(missing(state, 'id cluster leader leader_info version build_time build_user start_time elected_time flags')).toEqual([]);
  expect(missing(state, 'activated_slaves deactivated_slaves unreachable_slaves')).toEqual([]);
  const [agent] = state.slaves;
  expect(agent && missing(agent, 'id pid hostname deactivated resources used_resources registered_time')).toEqual([]);
  const [marathon] = state.frameworks;
  expect(marathon && missing(marathon, 'id name user hostname webui_url roles active registered_time')).toEqual([]);
  expect(
    marathon && missing(marathon, 'resources used_resources offered_resources tasks unreachable_tasks completed_tasks offers'),
  ).toEqual([]);
  for (const task of [...(marathon?.tasks ?? []), ...(marathon?.completed_tasks ?? [])])
    expect([task.id, missing(task, 'name role state framework_id slave_id statuses')]).toEqual([task.id, []]);
  const [offer] = marathon?.offers ?? [];
  expect(offer && missing(offer as object, 'id framework_id slave_id resources allocation_info')).toEqual([]);
  expect(state.completed_frameworks.map(({ name, principal }) => [name, principal])).toEqual([['gone', 'op']]);
  const { roles } = await jsonp<{ roles: object[] }>(master, '/master/roles');
  expect(roles.flatMap((role) => missing(role, 'name weight frameworks offered allocated reserved quota'))).toEqual([]);
  expect(await jsonp(master, '/master/maintenance/schedule')).toEqual({});
  const counted = 'staging starting running killing finished killed failed lost'.split(' ');
  const metrics = await jsonp<object>(master, '/metrics/snapshot');
  expect(missing(metrics, counted.map((name) => `master/tasks_${name}`).join(' '))).toEqual([]);
});

test('the pages of an agent find executors, what they use, and the sandbox of each task', async () => {
  const { master, agent } = await busyMesos();
  const { slaves } = await jsonp<MasterStateJson>(master, '/master/state');
  // the address of an agent is put together from its host's name, the name of its process and the port in its pid
  expect(slaves[0]?.pid).toMatch(/^slave\(1\)@.*:\d+$/);
  const state = await jsonp<AgentState>(agent, '/slave(1)/state');
  expect(missing(state, 'hostname version build_time start_time master_hostname resources')).toEqual([]);
  expect(missing(state, 'reserved_resources unreserved_resources unreserved_resources_allocated reserved_resources_allocated')).toEqual([]);
  const [framework] = state.frameworks;
  expect(framework && missing(framework, 'id name user roles executors completed_executors')).toEqual([]);
  const executors = [...(framework?.executors ?? []), ...(framework?.completed_executors ?? [])];
  expect(executors.map(({ id }) => id).sort()).toEqual(['fails', 'pod', 'runs']);
  for (const executor of executors) {
    expect(missing(executor, 'name source role directory resources tasks queued_tasks completed_tasks')).toEqual([]);
    for (const { id } of [...executor.tasks, ...executor.completed_tasks]) {
      const directory = executor.type === 'DEFAULT' ? `${executor.directory}/tasks/${id}` : executor.directory;
      expect(await jsonp(agent, `/files/browse?path=${encodeURIComponent(directory)}`)).toBeInstanceOf(Array);
    }
  }
  const lines = await jsonp<{ executor_id: string; framework_id: string; statistics: object }[]>(agent, '/slave(1)/monitor/statistics');
  // one line an executor: the use of CPUs is the difference to the line before of the same id
  expect(lines.map(({ executor_id }) => executor_id).sort()).toEqual(['pod', 'runs']);
  for (const { statistics } of lines)
    expect(missing(statistics, 'timestamp cpus_user_time_secs cpus_system_time_secs cpus_limit mem_rss_bytes mem_limit_bytes')).toEqual([]);
});

test('the pager begins at the end of a file and goes back from there', async () => {
  const { agent } = await busyMesos();
  const { frameworks } = await jsonp<AgentState>(agent, '/slave(1)/state');
  const pod = frameworks[0]?.executors.find(({ id }) => id === 'pod');
  const path = encodeURIComponent(`${pod?.directory}/tasks/one/stdout`);
  const { offset } = await jsonp<{ offset: number }>(agent, `/files/read?path=${path}&offset=-1&length=-1`);
  expect(await jsonp(agent, `/files/read?path=${path}&offset=0&length=${offset}`)).toMatchObject({ offset: 0, data: expect.any(String) });
});
