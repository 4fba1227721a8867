import { containsPool, poolOf, subtractPools, type Pool } from '../../api/mesos/quantities.ts';
import type { LaunchOperation } from '../../api/mesos/scheduler.ts';
import type { TaskInfo, TaskReason } from '../../api/mesos/task.ts';
import type { MasterContext } from './context.ts';
import { masterStatus, taskProblem, type LostState } from './rules.ts';
import type { AgentEntry, FrameworkEntry, TaskEntry } from './state.ts';
import { count } from './tally.ts';
import { addTask } from './tasks.ts';

/** Whose offer it was, of which agent, and for which of the framework's roles. */
export interface OfferedOn {
  framework: FrameworkEntry;
  agent: AgentEntry;
  role: string;
}

/** Launches tasks on what is left of the offers, and answers what is then left. What cannot be launched is told as TASK_ERROR. */
export function launchOn(context: MasterContext, on: OfferedOn, offered: Pool, operation: LaunchOperation): Pool {
  let left = offered;
  for (const group of taskGroups(operation)) {
    const { fault, left: after } = groupProblem(on.framework, on.agent.id, left, group, operation.type);
    if (fault !== undefined) {
      const reason = group[0]?.executor ? 'REASON_TASK_GROUP_INVALID' : 'REASON_TASK_INVALID';
      refuseTasks(context, on.framework, group, 'TASK_ERROR', reason, fault);
      continue;
    }
    left = after;
    for (const task of group) launch(context, on, poolOf(task.resources), task);
  }
  return left;
}

/** What is launched together or not at all: the tasks of a group, each with its executor; else each task alone. */
export function taskGroups(operation: LaunchOperation): TaskInfo[][] {
  if (operation.type === 'LAUNCH') return operation.launch.task_infos.map((task) => [task]);
  const { executor, task_group } = operation.launch_group;
  return [task_group.tasks.map((task) => ({ ...task, executor }))];
}

const OWN_EXECUTOR =
  "Executors of a framework's own are not run here: launch a command, a container, or a group with an executor of type DEFAULT";

/** Why a group cannot be launched, and what is left of the offers when it can. */
function groupProblem(
  framework: FrameworkEntry,
  agentId: string,
  offered: Pool,
  group: readonly TaskInfo[],
  type: LaunchOperation['type'],
): { fault?: string; left: Pool } {
  let left = offered;
  const executor = group[0]?.executor;
  if (executor && (type === 'LAUNCH' || executor.type !== 'DEFAULT')) return { fault: OWN_EXECUTOR, left: offered };
  for (const task of group) {
    const fault = taskProblem(framework, agentId, left, task);
    if (fault !== undefined) return { fault, left: offered };
    left = subtractPools(left, poolOf(task.resources));
  }
  const own = poolOf(executor?.resources ?? []);
  if (!containsPool(left, own)) return { fault: 'The executor of the task group uses more resources than available', left: offered };
  return { left: subtractPools(left, own) };
}

function launch(context: MasterContext, { framework, agent, role }: OfferedOn, pool: Pool, task: TaskInfo): void {
  // The task's resources are spelled with the role they are allocated to, as Mesos does when it takes a task up.
  const resources = task.resources.map((resource) => ({ ...resource, allocation_info: { role } }));
  const info: TaskInfo = { ...task, resources };
  const entry: TaskEntry = {
    frameworkId: framework.id,
    agentId: agent.id,
    task: info,
    role,
    pool,
    state: 'TASK_STAGING',
    statuses: [],
    released: false,
  };
  addTask(context, framework, agent, entry);
  context.publish({ type: 'TASK_ADDED', task: entry });
  agent.commands?.launch(framework.info, info);
}

export function refuseTasks(
  context: MasterContext,
  framework: FrameworkEntry,
  tasks: readonly TaskInfo[],
  state: 'TASK_ERROR' | LostState,
  reason: TaskReason,
  message: string,
): void {
  for (const task of tasks) {
    const id = { taskId: task.task_id.value, agentId: task.agent_id.value };
    const status = masterStatus(context.kernel.clock.now(), id, state, reason, message);
    count(context.state.counters.metrics, `master/tasks_${state.slice(5).toLowerCase()}`);
    framework.send?.({ type: 'UPDATE', update: { status } });
  }
}
