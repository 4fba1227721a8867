import { isTerminal, type TaskState, type TaskStatus } from '../../api/mesos/task.ts';
import type { SchedulerCall } from '../../api/mesos/scheduler.ts';
import type { MasterContext } from './context.ts';
import { reconciledStatus, unknownTaskStatus } from './rules.ts';
import type { AgentEntry, FrameworkEntry, TaskEntry } from './state.ts';
import { count } from './tally.ts';
import { changeTaskState, completeTask, recordStatus } from './tasks.ts';

/** Status updates: from the agents through the master to the frameworks, and the acknowledgements back. */

export function forwardUpdate(context: MasterContext, agent: AgentEntry, frameworkId: string, status: TaskStatus, latest: TaskState): void {
  const { metrics } = context.state.counters;
  count(metrics, 'master/messages_status_update');
  const framework = context.state.frameworks.get(frameworkId);
  if (!framework) {
    // Nobody will ever acknowledge it: the master does, so that the agent can let go.
    count(metrics, 'master/invalid_status_updates');
    if (status.uuid !== undefined) agent.commands?.acknowledge(frameworkId, status.task_id.value, status.uuid);
    return;
  }
  const task = framework.tasks.get(status.task_id.value);
  count(metrics, task ? 'master/valid_status_updates' : 'master/invalid_status_updates');
  if (task) applyStatus(context, task, status, latest);
  framework.send?.({ type: 'UPDATE', update: { status } });
}

/** Terminal states are counted once, when they become known. */
function applyStatus(context: MasterContext, task: TaskEntry, status: TaskStatus, latest: TaskState): void {
  const isNew = !isRepeat(task, status);
  if (isNew) recordStatus(task, status);
  if (!isTerminal(task.state)) {
    changeTaskState(context, task, latest);
    if (isTerminal(latest)) count(context.state.counters.metrics, `master/tasks_${latest.slice(5).toLowerCase()}`);
  }
  if (isNew) context.publish({ type: 'TASK_UPDATED', task, status });
}

/** An update that was sent again since its acknowledgement did not arrive. */
const isRepeat = (task: TaskEntry, status: TaskStatus): boolean =>
  status.uuid !== undefined && task.statuses.some((known) => known.uuid === status.uuid);

type Acknowledge = Extract<SchedulerCall, { type: 'ACKNOWLEDGE' }>['acknowledge'];

/** Passes an acknowledgement on; the one of the terminal status ends the task's time among the live ones. */
export function acknowledgeUpdate(context: MasterContext, framework: FrameworkEntry, { agent_id, task_id, uuid }: Acknowledge): void {
  const { metrics } = context.state.counters;
  count(metrics, 'master/messages_status_update_acknowledgement');
  const agent = context.state.agents.get(agent_id.value);
  const task = framework.tasks.get(task_id.value);
  count(metrics, agent ? 'master/valid_status_update_acknowledgements' : 'master/invalid_status_update_acknowledgements');
  if (task && task.statuses.some((status) => status.uuid === uuid && isTerminal(status.state))) completeTask(context, task);
  agent?.commands?.acknowledge(framework.id, task_id.value, uuid);
}

type Reconcile = Extract<SchedulerCall, { type: 'RECONCILE' }>['reconcile'];

/** An empty list asks for the latest state of all tasks of the framework. */
export function reconcileTasks(context: MasterContext, framework: FrameworkEntry, { tasks }: Reconcile): void {
  const now = context.kernel.clock.now();
  const send = (status: TaskStatus | undefined): void => {
    if (status) framework.send?.({ type: 'UPDATE', update: { status } });
  };
  if (tasks.length === 0) for (const task of framework.tasks.values()) send(reconciledStatus(now, task));
  for (const { task_id, agent_id } of tasks) {
    const known = framework.tasks.get(task_id.value) ?? framework.unreachableTasks.get(task_id.value);
    send(known ? reconciledStatus(now, known) : unknownTaskStatus(context.state, framework, now, task_id.value, agent_id?.value));
  }
}

type Kill = Extract<SchedulerCall, { type: 'KILL' }>['kill'];

export function killTask(context: MasterContext, framework: FrameworkEntry, kill: Kill): void {
  const task = framework.tasks.get(kill.task_id.value);
  if (!task) {
    reconcileTasks(context, framework, { tasks: [{ task_id: kill.task_id, ...(kill.agent_id && { agent_id: kill.agent_id }) }] });
    return;
  }
  const agent = context.state.agents.get(task.agentId);
  const nanoseconds = kill.kill_policy?.grace_period?.nanoseconds;
  if (agent?.commands) agent.commands.kill(framework.id, kill.task_id.value, nanoseconds === undefined ? undefined : nanoseconds / 1e6);
  else agent?.owedKills.set(`${framework.id} ${kill.task_id.value}`, { frameworkId: framework.id, taskId: kill.task_id.value });
}

type Shutdown = Extract<SchedulerCall, { type: 'SHUTDOWN' }>['shutdown'];

/** A command or Docker task is alone in its executor, which has its id. */
export function shutdownExecutor(context: MasterContext, framework: FrameworkEntry, { executor_id, agent_id }: Shutdown): void {
  for (const { task, agentId } of framework.tasks.values()) {
    const executorId = task.executor?.executor_id.value ?? task.task_id.value;
    if (agentId === agent_id.value && executorId === executor_id.value) killTask(context, framework, { task_id: task.task_id, agent_id });
  }
}
