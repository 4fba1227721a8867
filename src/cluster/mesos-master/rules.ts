import { describeClaim } from '../../api/mesos/claims.ts';
import { containsPool, poolOf, type Pool } from '../../api/mesos/quantities.ts';
import type { TaskInfo, TaskReason, TaskState, TaskStatus } from '../../api/mesos/task.ts';
import { isPartitionAware, type FrameworkEntry, type MasterState, type OfferEntry, type TaskEntry } from './state.ts';

/** Pure decisions of the master. */

/** Why offers cannot be accepted together, as Mesos says it; undefined when they can. */
export function offersProblem(state: MasterState, frameworkId: string, offerIds: readonly string[]): string | undefined {
  if (offerIds.length === 0) return 'No offers specified';
  if (new Set(offerIds).size < offerIds.length) return 'Duplicate offer in offer list';
  const offers: OfferEntry[] = [];
  for (const id of offerIds) {
    const offer = state.offers.get(id);
    if (!offer || offer.frameworkId !== frameworkId) return `Offer ${id} is no longer valid`;
    offers.push(offer);
  }
  if (new Set(offers.map((offer) => offer.agentId)).size > 1) return 'Aggregated offers must belong to one single agent';
  if (new Set(offers.map((offer) => offer.role)).size > 1) return 'Aggregated offers must be allocated to the same role';
  return undefined;
}

/** Why a task cannot be launched on `agentId` from what is left of the offers; undefined when it can. */
export function taskProblem(framework: FrameworkEntry, agentId: string, left: Pool, task: TaskInfo): string | undefined {
  const id = task.task_id.value;
  if (id === '' || id === '.' || id === '..') return `Task ID '${id}' is invalid: it must not be empty, '.' or '..'`;
  if (/[/\\]|\p{Cc}/u.test(id)) return `Task ID '${id}' contains invalid characters: it must not have slashes or control characters`;
  if (framework.tasks.has(id) || framework.unreachableTasks.has(id)) return `Task has duplicate ID: ${id}`;
  if (task.agent_id.value !== agentId) return `Task uses invalid agent ${task.agent_id.value} while agent ${agentId} is expected`;
  if (!task.command && !task.container) return 'Task should have at least one of CommandInfo or ContainerInfo present';
  try {
    const wanted = poolOf(task.resources);
    if (Object.keys(wanted).length === 0) return 'Task uses no resources';
    if (!containsPool(left, wanted)) return `Task uses more resources ${describePool(wanted)} than available ${describePool(left)}`;
  } catch (fault) {
    return `Task uses invalid resources: ${fault instanceof Error ? fault.message : String(fault)}`;
  }
  return undefined;
}

function describePool(pool: Pool): string {
  const parts = Object.entries(pool).flatMap(([claim, { ports, ...scalars }]) => [
    ...Object.entries(scalars)
      .filter(([, value]) => value > 0)
      .map(([name, value]) => `${name}${describeClaim(claim)}:${value}`),
    ...ports.map(({ begin, end }) => `ports${describeClaim(claim)}:[${begin}-${end}]`),
  ]);
  return parts.join('; ') || '{}';
}

/** A status that the master itself makes. It has no uuid: nothing has to acknowledge it. */
export function masterStatus(
  now: number,
  task: { taskId: string; agentId?: string },
  state: TaskState,
  reason: TaskReason,
  message: string,
): TaskStatus {
  return {
    task_id: { value: task.taskId },
    ...(task.agentId !== undefined && { agent_id: { value: task.agentId } }),
    state,
    source: 'SOURCE_MASTER',
    reason,
    message,
    timestamp: now / 1000,
  };
}

export type LostState = 'TASK_DROPPED' | 'TASK_UNREACHABLE' | 'TASK_GONE' | 'TASK_GONE_BY_OPERATOR' | 'TASK_UNKNOWN' | 'TASK_LOST';

/** What older frameworks know only as TASK_LOST. */
export const lostState = (framework: FrameworkEntry, state: Exclude<LostState, 'TASK_LOST'>): LostState =>
  isPartitionAware(framework.info) ? state : 'TASK_LOST';

/** The answer of a reconciliation about a task that the master knows: its latest state and what the last status said about it. */
export function reconciledStatus(now: number, task: TaskEntry): TaskStatus {
  const { healthy, container_status } = task.statuses.at(-1) ?? {};
  const id = { taskId: task.task.task_id.value, agentId: task.agentId };
  return {
    ...masterStatus(now, id, task.state, 'REASON_RECONCILIATION', 'Reconciliation: Latest task state'),
    ...(healthy !== undefined && { healthy }),
    ...(container_status && { container_status }),
  };
}

/** About a task that it does not know. undefined: not known yet, since the agent has not come back; say nothing. */
export function unknownTaskStatus(
  state: MasterState,
  framework: FrameworkEntry,
  now: number,
  taskId: string,
  agentId: string | undefined,
): TaskStatus | undefined {
  const id = { taskId, ...(agentId !== undefined && { agentId }) };
  const say = (next: TaskState, message: string): TaskStatus =>
    masterStatus(now, id, next, 'REASON_RECONCILIATION', `Reconciliation: ${message}`);
  if (agentId === undefined && state.recoveredAgents.size > 0) return undefined;
  if (agentId !== undefined && state.recoveredAgents.has(agentId)) return undefined;
  if (agentId !== undefined && state.agents.has(agentId)) return say(lostState(framework, 'TASK_GONE'), 'Task is unknown to the agent');
  if (agentId !== undefined && state.goneAgents.has(agentId))
    return say(lostState(framework, 'TASK_GONE_BY_OPERATOR'), 'The agent was marked gone by an operator');
  if (agentId !== undefined && state.unreachableAgents.has(agentId))
    return say(lostState(framework, 'TASK_UNREACHABLE'), 'Task is unreachable');
  return say(lostState(framework, 'TASK_UNKNOWN'), 'Task is unknown');
}
