import { roleOfClaim, UNRESERVED } from '../../api/mesos/claims.ts';
import { reservedJson, resourcesJson, taskJson, unreservedJson } from '../../api/mesos/legacy-json.ts';
import { addPools, noQuantities, poolOf, totalOf, type Pool, type Quantities } from '../../api/mesos/quantities.ts';
import type { AgentFrameworkJson, ExecutorJson, ResourcesJson, TaskJson } from '../../api/mesos/state.ts';
import { isTerminal } from '../../api/mesos/task.ts';
import { executorName } from './rules.ts';
import { allExecutors, executorIdOf, taskIdOf, type AgentFramework, type AgentState, type ExecutorRecord } from './state.ts';

/** An executor of a command or Docker task counts a little of its own, on the agent only (Mesos' DEFAULT_EXECUTOR_CPUS and _MEM). */
const EXECUTOR: Quantities = { ...noQuantities(), cpus: 0.1, mem: 32 };

/** Records by the executor that they are of: the tasks of a group share one, each other task has its own. */
export function byExecutor(records: readonly ExecutorRecord[]): ExecutorRecord[][] {
  const groups = new Map<string, ExecutorRecord[]>();
  for (const record of records) {
    const key = `${record.frameworkId} ${executorIdOf(record)}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  // a task's id may come again, and its executor with it; only those of a group run together
  return [...groups.values()].flatMap((group) => (group[0]?.group ? [group] : group.map((record) => [record])));
}

/** What one executor, whose records these are, and those of its tasks that have not ended use. */
export function executorQuantities(records: readonly ExecutorRecord[]): Quantities {
  return totalOf(executorPool(records));
}

/** The same by the role it is reserved for. A command's executor takes its own share from where its task's is, if that is reserved. */
function executorPool(records: readonly ExecutorRecord[]): Pool {
  const [first] = records;
  const tasks = records.filter(({ state }) => !isTerminal(state)).map(({ task }) => poolOf(task.resources));
  if (first?.group) return tasks.reduce(addPools, poolOf(first.task.executor?.resources ?? []));
  const reserved = Object.keys(poolOf(first?.task.resources ?? []))
    .map(roleOfClaim)
    .find((role) => role !== UNRESERVED);
  return tasks.reduce(addPools, { [reserved ?? UNRESERVED]: EXECUTOR });
}

function recordTaskJson(state: AgentState, record: ExecutorRecord): TaskJson {
  const { task, role, statuses } = record;
  return taskJson({
    frameworkId: record.frameworkId,
    agentId: state.id ?? '',
    task,
    role,
    pool: poolOf(task.resources),
    state: record.state,
    statuses,
  });
}

export function executorJson(state: AgentState, record: ExecutorRecord): ExecutorJson {
  const task = recordTaskJson(state, record);
  const { state: latest, statuses: _statuses, ...queued } = task;
  const ended = isTerminal(latest);
  // until its executor has taken it up, a task is queued
  const waits = latest === 'TASK_STAGING';
  return {
    id: taskIdOf(record),
    name: executorName(record.task),
    source: taskIdOf(record),
    container: record.containerId,
    directory: record.directory,
    resources: resourcesJson(executorQuantities([record])),
    role: record.role,
    tasks: ended || waits ? [] : [task],
    queued_tasks: waits ? [queued] : [],
    completed_tasks: ended ? [task] : [],
  };
}

const executorsJson = (state: AgentState, records: readonly ExecutorRecord[]): ExecutorJson[] =>
  byExecutor(records).flatMap((group) => (group[0]?.group ? groupJson(state, group) : group.map((record) => executorJson(state, record))));

function groupJson(state: AgentState, records: readonly ExecutorRecord[]): ExecutorJson[] {
  const [first] = records;
  const { group, role } = first ?? {};
  if (!first || !group || role === undefined) return [];
  const parts = records.map((record) => executorJson(state, record));
  return [
    {
      id: group.executorId,
      name: '',
      source: '',
      container: group.containerId,
      directory: group.directory,
      resources: resourcesJson(executorQuantities(records)),
      role,
      labels: [],
      type: 'DEFAULT',
      tasks: parts.flatMap((part) => part.tasks),
      queued_tasks: parts.flatMap((part) => part.queued_tasks),
      completed_tasks: parts.flatMap((part) => part.completed_tasks),
    },
  ];
}

export function agentFrameworkJson(state: AgentState, { id, info, executors, completed }: AgentFramework): AgentFrameworkJson {
  return {
    id,
    name: info.name,
    user: info.user,
    failover_timeout: info.failover_timeout ?? 0,
    checkpoint: info.checkpoint ?? false,
    hostname: info.hostname ?? '',
    ...(info.principal !== undefined && { principal: info.principal }),
    roles: info.roles,
    executors: executorsJson(
      state,
      [...executors.values()].map(({ record }) => record),
    ),
    completed_executors: executorsJson(state, completed),
  };
}

/** What is allocated on this agent, by the role it is reserved for. */
export function allocatedPools(state: AgentState): { reserved: Record<string, ResourcesJson>; unreserved: ResourcesJson } {
  const records = allExecutors(state).map(({ record }) => record);
  const allocated = byExecutor(records).map(executorPool).reduce(addPools, {});
  return { reserved: reservedJson(allocated), unreserved: unreservedJson(allocated) };
}
