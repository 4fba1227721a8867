import { resourcesJson, taskJson } from '../../api/mesos/legacy-json.ts';
import { addQuantities, noQuantities, poolOf, totalOf, type Quantities } from '../../api/mesos/quantities.ts';
import type { AgentFrameworkJson, ExecutorJson, ResourcesJson, TaskJson } from '../../api/mesos/state.ts';
import { isTerminal } from '../../api/mesos/task.ts';
import { executorName } from './rules.ts';
import { allExecutors, taskIdOf, type AgentFramework, type AgentState, type ExecutorRecord } from './state.ts';

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
    executors: [...executors.values()].map(({ record }) => executorJson(state, record)),
    completed_executors: completed.map((record) => executorJson(state, record)),
  };
}

/** What is allocated on this agent, by the role it is reserved for. */
export function allocatedPools(state: AgentState): {
  reserved: Record<string, ResourcesJson>;
  unreserved: ResourcesJson;
} {
  const records = allExecutors(state).map(({ record }) => record);
  const unreserved = records.filter(isUnreserved).map(executorQuantities).reduce(addQuantities, noQuantities());
  const reserved = records
    .filter((record) => !isUnreserved(record))
    .map(executorQuantities)
    .reduce(addQuantities, noQuantities());
  const any = records.some((record) => !isUnreserved(record));
  return { reserved: any ? { [state.defaultRole]: resourcesJson(reserved) } : {}, unreserved: resourcesJson(unreserved) };
}

const isUnreserved = (record: ExecutorRecord): boolean => Object.keys(poolOf(record.task.resources)).every((role) => role === '*');
