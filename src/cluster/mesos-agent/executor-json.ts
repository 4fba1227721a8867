import { roleOfClaim, UNRESERVED } from '../../api/mesos/claims.ts';
import { reservedJson, resourcesJson, taskJson, unreservedJson } from '../../api/mesos/legacy-json.ts';
import { addPools, addQuantities, noQuantities, poolOf, totalOf, type Pool, type Quantities } from '../../api/mesos/quantities.ts';
import type { AgentFrameworkJson, ExecutorJson, ResourcesJson, TaskJson } from '../../api/mesos/state.ts';
import { isTerminal } from '../../api/mesos/task.ts';
import { executorName } from './rules.ts';
import { allExecutors, executorIdOf, taskIdOf, type AgentFramework, type AgentState, type ExecutorRecord } from './state.ts';

/** An executor of a command or Docker task counts a little of its own, on the agent only (Mesos' DEFAULT_EXECUTOR_CPUS and _MEM). */
const EXECUTOR: Quantities = { ...noQuantities(), cpus: 0.1, mem: 32 };

/** What the executor and, while it runs, its task use. */
export function executorQuantities(record: ExecutorRecord): Quantities {
  return isTerminal(record.state) ? EXECUTOR : addQuantities(totalOf(poolOf(record.task.resources)), EXECUTOR);
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
    resources: resourcesJson(executorQuantities(record)),
    role: record.role,
    tasks: ended || waits ? [] : [task],
    queued_tasks: waits ? [queued] : [],
    completed_tasks: ended ? [task] : [],
  };
}

/** Executors with their tasks: those of a group are in one. */
function executorsJson(state: AgentState, records: readonly ExecutorRecord[]): ExecutorJson[] {
  const groups = new Map<string, ExecutorRecord[]>();
  for (const record of records) groups.set(executorIdOf(record), [...(groups.get(executorIdOf(record)) ?? []), record]);
  return [...groups.values()].flatMap((group) =>
    group[0]?.group ? groupJson(state, group) : group.map((record) => executorJson(state, record)),
  );
}

function groupJson(state: AgentState, records: readonly ExecutorRecord[]): ExecutorJson[] {
  const [first] = records;
  const { group, task, role } = first ?? {};
  if (!first || !group || role === undefined) return [];
  const parts = records.map((record) => executorJson(state, record));
  const own = totalOf(poolOf(task?.executor?.resources ?? []));
  const live = records.filter((record) => !isTerminal(record.state)).map((record) => totalOf(poolOf(record.task.resources)));
  return [
    {
      id: group.executorId,
      name: '',
      source: '',
      container: group.containerId,
      directory: group.directory,
      resources: resourcesJson(live.reduce(addQuantities, own)),
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
  const allocated = allExecutors(state)
    .map(({ record }) => allocatedPool(record))
    .reduce(addPools, {});
  return { reserved: reservedJson(allocated), unreserved: unreservedJson(allocated) };
}

/** An executor's own share goes with what is reserved for its task, if anything is. */
function allocatedPool(record: ExecutorRecord): Pool {
  const pool = poolOf(record.task.resources);
  const role =
    Object.keys(pool)
      .map(roleOfClaim)
      .find((reserved) => reserved !== UNRESERVED) ?? UNRESERVED;
  return addPools(isTerminal(record.state) ? {} : pool, { [role]: EXECUTOR });
}
