import { presentLists, taskV1 } from '../../api/mesos/operator-json.ts';
import { reservedFor, resourcesOf } from '../../api/mesos/quantities.ts';
import { isTerminal } from '../../api/mesos/task.ts';
import { containersJson } from './containers-json.ts';
import type { AgentContext } from './context.ts';
import { byExecutor, executorQuantities } from './executor-json.ts';
import { executorName } from './rules.ts';
import { allExecutors, executorIdOf, type AgentFramework, type AgentState, type ExecutorRecord } from './state.ts';

/** What an agent's operator API shows. */

export const agentInfoV1 = (state: AgentState): Record<string, unknown> => ({
  agent_info: {
    ...(state.id !== undefined && { id: { value: state.id } }),
    hostname: state.hostname,
    port: state.port,
    resources: resourcesOf(state.total),
    ...presentLists({ attributes: [...state.attributes] }),
  },
});

export function frameworksV1({ frameworks }: AgentState): Record<string, unknown[]> {
  const of = (wanted: (framework: AgentFramework) => boolean): unknown[] =>
    [...frameworks.values()].filter(wanted).map(({ info }) => ({ framework_info: info }));
  return presentLists({
    frameworks: of(({ executors }) => executors.size > 0),
    completed_frameworks: of(({ executors, completed }) => executors.size === 0 && completed.length > 0),
  });
}

const liveRecords = (state: AgentState): ExecutorRecord[] => allExecutors(state).map(({ record }) => record);
const completedRecords = ({ frameworks }: AgentState): ExecutorRecord[] => [...frameworks.values()].flatMap(({ completed }) => completed);

function executorV1(records: readonly ExecutorRecord[]): Record<string, unknown>[] {
  const [first] = records;
  if (!first) return [];
  const [resource] = first.task.resources;
  return [
    {
      executor_info: {
        ...(first.group && { type: 'DEFAULT' }),
        executor_id: { value: executorIdOf(first) },
        framework_id: { value: first.frameworkId },
        ...(!first.group && { name: executorName(first.task), source: executorIdOf(first) }),
        resources: resourcesOf({ [resource ? reservedFor(resource) : '*']: executorQuantities(records) }, first.role),
      },
    },
  ];
}

export const executorsV1 = (state: AgentState): Record<string, unknown[]> =>
  presentLists({
    executors: byExecutor(liveRecords(state)).flatMap(executorV1),
    completed_executors: byExecutor(completedRecords(state)).flatMap(executorV1),
  });

/** Until its executor has taken a task up it is queued; ended, but not acknowledged yet, it is terminated. */
export function tasksV1(state: AgentState): Record<string, unknown[]> {
  const task = (record: ExecutorRecord): Record<string, unknown> => taskV1({ ...record, agentId: state.id ?? '' });
  const live = liveRecords(state);
  return presentLists({
    queued_tasks: live.filter((record) => record.state === 'TASK_STAGING').map(task),
    launched_tasks: live.filter((record) => record.state !== 'TASK_STAGING' && !isTerminal(record.state)).map(task),
    terminated_tasks: live.filter((record) => isTerminal(record.state)).map(task),
    completed_tasks: completedRecords(state).map(task),
  });
}

export const stateV1 = (state: AgentState): Record<string, unknown> => ({
  get_tasks: tasksV1(state),
  get_executors: executorsV1(state),
  get_frameworks: frameworksV1(state),
});

export async function containersV1(context: AgentContext): Promise<Record<string, unknown[]>> {
  const containers = await containersJson(context);
  return presentLists({
    containers: containers.map((container) => ({
      framework_id: { value: container.framework_id },
      executor_id: { value: container.executor_id },
      executor_name: container.executor_name,
      container_id: { value: container.container_id },
      container_status: container.status,
      resource_statistics: container.statistics,
    })),
  });
}
