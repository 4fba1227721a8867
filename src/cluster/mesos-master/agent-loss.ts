import { subtractPools, withoutPorts } from '../../api/mesos/quantities.ts';
import type { TaskReason, TaskState } from '../../api/mesos/task.ts';
import { limits } from '../kernel/limits.ts';
import type { MasterContext } from './context.ts';
import { rescindOffers } from './offers.ts';
import type { Registry } from './registry.ts';
import { lostState, masterStatus } from './rules.ts';
import type { AgentEntry, AgentRecord, FrameworkEntry, MasterState, TaskEntry } from './state.ts';
import { count } from './tally.ts';
import { changeTaskState, completeTask, countTask, detachTask, recordStatus } from './tasks.ts';

/** Agents lose their line, become unreachable with their tasks, and go. */

/** Mesos' agent_ping_timeout (15 s) × max_agent_ping_timeouts (5). */
const UNREACHABLE_AFTER_MS = 75_000;

/** The line is gone: nothing more is offered of it, and it has a while to come back. */
export function disconnectAgent(context: MasterContext, agent: AgentEntry): void {
  agent.commands = undefined;
  rescindOffers(context, [...agent.offers]);
  context.filters.forgetAgent(agent.id);
  agent.removal = context.kernel.clock.after(UNREACHABLE_AFTER_MS, () => removeAgent(context, agent, UNREACHABLE));
}

/** What becomes of the tasks of an agent that is lost, and why. */
export interface Loss {
  becomes: 'TASK_UNREACHABLE' | 'TASK_GONE' | 'TASK_GONE_BY_OPERATOR';
  reason: TaskReason;
  message: string;
}

interface Removal extends Loss {
  /** As the metrics name it. */
  removal: 'registered' | 'unhealthy' | 'unregistered';
  /** What the agent is told, if it can be: to register anew, or to end everything and not to come back for now. */
  farewell: 'removed' | 'shutdown';
}

const UNREACHABLE: Removal = {
  becomes: 'TASK_UNREACHABLE',
  reason: 'REASON_AGENT_REMOVED',
  message: `The agent became unreachable: it did not answer for ${UNREACHABLE_AFTER_MS / 1000} s`,
  removal: 'unhealthy',
  farewell: 'removed',
};

/** The agent's machine went down in order, and said so: the master need not wait for it. It may come back all the same. */
export const LEFT: Removal = {
  ...UNREACHABLE,
  message: 'The agent left: its machine was halted',
  removal: 'unregistered',
};

/** Off the list. Unreachable tasks may come back with their agent; gone ones are ended. */
export function removeAgent(context: MasterContext, agent: AgentEntry, loss: Removal): void {
  const { state } = context;
  const { becomes, removal, farewell } = loss;
  agent.removal?.cancel();
  rescindOffers(context, [...agent.offers]);
  for (const task of agent.tasks.values()) {
    const framework = state.frameworks.get(task.frameworkId);
    if (!framework) continue;
    if (becomes === 'TASK_UNREACHABLE') loseContact(context, framework, agent, task, loss);
    else endTask(context, framework, task, { ...loss, becomes: lostState(framework, becomes) });
  }
  state.agents.delete(agent.id);
  state.total = subtractPools(state.total, withoutPorts(agent.total));
  if (becomes === 'TASK_UNREACHABLE') rememberUnreachable(context, agent);
  else context.registry.forgetAgent(agent.id);
  count(state.counters.metrics, 'master/slave_removals');
  count(state.counters.metrics, `master/slave_removals/reason_${removal}`);
  agent.commands?.[farewell](`Agent ${agent.id} was removed by the master: ${loss.message}`);
  agent.commands = undefined;
  context.publish({ type: 'AGENT_REMOVED', agentId: agent.id });
  for (const framework of state.frameworks.values()) framework.send?.({ type: 'FAILURE', failure: { agent_id: { value: agent.id } } });
}

/** It may come back; the oldest make room. */
export function rememberUnreachable(
  { state, registry }: { state: Pick<MasterState, 'unreachableAgents'>; registry: Pick<Registry, 'forgetAgent'> },
  record: AgentRecord,
): void {
  state.unreachableAgents.set(record.id, record);
  for (const id of [...state.unreachableAgents.keys()].slice(0, Math.max(0, state.unreachableAgents.size - limits.lostAgents))) {
    state.unreachableAgents.delete(id);
    registry.forgetAgent(id);
  }
}

function loseContact(
  context: MasterContext,
  framework: FrameworkEntry,
  agent: AgentEntry,
  task: TaskEntry,
  { reason, message }: Loss,
): void {
  const next = lostState(framework, 'TASK_UNREACHABLE');
  const id = { taskId: task.task.task_id.value, agentId: agent.id };
  const status = masterStatus(context.kernel.clock.now(), id, next, reason, message);
  detachTask(context, task);
  changeTaskState(context, task, next);
  recordStatus(task, status);
  framework.unreachableTasks.set(id.taskId, task);
  for (const [oldest, old] of [...framework.unreachableTasks].slice(
    0,
    Math.max(0, framework.unreachableTasks.size - limits.unreachableTasksPerFramework),
  )) {
    framework.unreachableTasks.delete(oldest);
    countTask(context, old, -1);
  }
  context.publish({ type: 'TASK_UPDATED', task, status });
  framework.send?.({ type: 'UPDATE', update: { status } });
}

/** Ends a task by the word of the master, and tells its framework. */
export function endTask(
  context: MasterContext,
  framework: FrameworkEntry,
  task: TaskEntry,
  { becomes, reason, message }: Omit<Loss, 'becomes'> & { becomes: TaskState },
): void {
  const id = { taskId: task.task.task_id.value, agentId: task.agentId };
  const status = masterStatus(context.kernel.clock.now(), id, becomes, reason, message);
  recordStatus(task, status);
  changeTaskState(context, task, becomes);
  count(context.state.counters.metrics, `master/tasks_${becomes.slice(5).toLowerCase()}`);
  completeTask(context, task);
  context.publish({ type: 'TASK_UPDATED', task, status });
  framework.send?.({ type: 'UPDATE', update: { status } });
}

/** Tasks that were unreachable on an agent that will never come back. */
export function endLostTasks(
  context: MasterContext,
  agentId: string,
  loss: Loss & { becomes: 'TASK_GONE' | 'TASK_GONE_BY_OPERATOR' },
): void {
  for (const framework of context.state.frameworks.values()) {
    for (const task of framework.unreachableTasks.values()) {
      if (task.agentId !== agentId) continue;
      framework.unreachableTasks.delete(task.task.task_id.value);
      endTask(context, framework, task, { ...loss, becomes: lostState(framework, loss.becomes) });
    }
  }
}
