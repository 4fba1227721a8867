import { subtractPools, withoutPorts } from '../../api/mesos/quantities.ts';
import type { TaskReason, TaskState } from '../../api/mesos/task.ts';
import type { MasterContext } from './context.ts';
import { rescindOffers } from './offers.ts';
import { lostState, masterStatus } from './rules.ts';
import type { AgentEntry, FrameworkEntry, TaskEntry } from './state.ts';
import { count } from './tally.ts';
import { changeTaskState, completeTask, detachTask, recordStatus } from './tasks.ts';

/** Agents lose their line, become unreachable with their tasks, and go. */

/** Mesos' agent_ping_timeout (15 s) × max_agent_ping_timeouts (5). */
const UNREACHABLE_AFTER_MS = 75_000;

/** The line is gone: nothing more is offered of it, and it has a while to come back. */
export function disconnectAgent(context: MasterContext, agent: AgentEntry): void {
  agent.commands = undefined;
  rescindOffers(context, [...agent.offers]);
  context.filters.forgetAgent(agent.id);
  agent.removal = context.kernel.clock.after(UNREACHABLE_AFTER_MS, () => removeAgent(context, agent, 'TASK_UNREACHABLE', 'unhealthy'));
}

/** Off the list. Unreachable tasks may come back with their agent; gone ones are ended. */
export function removeAgent(
  context: MasterContext,
  agent: AgentEntry,
  becomes: 'TASK_UNREACHABLE' | 'TASK_GONE',
  reason: 'registered' | 'unhealthy' | 'unregistered',
): void {
  const { state } = context;
  agent.removal?.cancel();
  rescindOffers(context, [...agent.offers]);
  for (const task of agent.tasks.values()) {
    const framework = state.frameworks.get(task.frameworkId);
    if (!framework) continue;
    if (becomes === 'TASK_GONE') {
      endTask(
        context,
        framework,
        task,
        lostState(framework, 'TASK_GONE'),
        'REASON_AGENT_REMOVED',
        `Agent ${agent.registration.hostname} is gone`,
      );
    } else loseContact(context, framework, agent, task);
  }
  state.agents.delete(agent.id);
  state.total = subtractPools(state.total, withoutPorts(agent.total));
  if (becomes === 'TASK_UNREACHABLE') state.unreachableAgents.set(agent.id, agent);
  else context.registry.forgetAgent(agent.id);
  count(state.counters.metrics, 'master/slave_removals');
  count(state.counters.metrics, `master/slave_removals/reason_${reason}`);
  agent.commands?.removed(`Agent ${agent.id} was removed by the master`);
  context.publish({ type: 'AGENT_REMOVED', agentId: agent.id });
}

function loseContact(context: MasterContext, framework: FrameworkEntry, agent: AgentEntry, task: TaskEntry): void {
  const next = lostState(framework, 'TASK_UNREACHABLE');
  const id = { taskId: task.task.task_id.value, agentId: agent.id };
  const message = `Agent ${agent.registration.hostname} became unreachable: it did not answer for ${UNREACHABLE_AFTER_MS / 1000} s`;
  const status = masterStatus(context.kernel.clock.now(), id, next, 'REASON_AGENT_REMOVED', message);
  detachTask(context, task);
  changeTaskState(context, task, next);
  recordStatus(task, status);
  framework.unreachableTasks.set(id.taskId, task);
  context.publish({ type: 'TASK_UPDATED', task, status });
  framework.send?.({ type: 'UPDATE', update: { status } });
}

/** Ends a task by the word of the master, and tells its framework. */
export function endTask(
  context: MasterContext,
  framework: FrameworkEntry,
  task: TaskEntry,
  state: TaskState,
  reason: TaskReason,
  message: string,
): void {
  const id = { taskId: task.task.task_id.value, agentId: task.agentId };
  const status = masterStatus(context.kernel.clock.now(), id, state, reason, message);
  recordStatus(task, status);
  changeTaskState(context, task, state);
  count(context.state.counters.metrics, `master/tasks_${state.slice(5).toLowerCase()}`);
  completeTask(context, task);
  context.publish({ type: 'TASK_UPDATED', task, status });
  framework.send?.({ type: 'UPDATE', update: { status } });
}
