import { addPools, poolOf, subtractPools, totalOf, withoutPorts, type Pool } from '../../api/mesos/quantities.ts';
import { addRanges, subtractRanges } from '../../api/mesos/ranges.ts';
import { isTerminal, type TaskState, type TaskStatus } from '../../api/mesos/task.ts';
import { limits } from '../kernel/limits.ts';
import type { MasterContext } from './context.ts';
import { tasksToEvict } from './registry.ts';
import { taskKey, type AgentEntry, type FrameworkEntry, type TaskEntry } from './state.ts';
import { count } from './tally.ts';

/** Bookkeeping of tasks: the only code that moves them between the lists, so that counters and free resources always agree. */

/** Counts a task (in memory, whatever its state) for its framework and its agent; `by` -1 takes it back. */
export function countTask(context: MasterContext, task: TaskEntry, by: 1 | -1): void {
  const framework = context.state.frameworks.get(task.frameworkId);
  const agent = context.state.agents.get(task.agentId);
  if (framework) {
    count(framework.tally, task.state, by);
    count(framework.agents, task.agentId, by);
  }
  if (agent) {
    count(agent.tally, task.state, by);
    count(agent.frameworks, task.frameworkId, by);
  }
}

/** Takes a live task up: its resources go from the agent's free ones to the used ones. */
export function addTask(context: MasterContext, framework: FrameworkEntry, agent: AgentEntry, task: TaskEntry): void {
  framework.tasks.set(task.task.task_id.value, task);
  agent.tasks.set(taskKey(framework.id, task.task.task_id.value), task);
  countTask(context, task, 1);
  if (task.released) return;
  const pool = addPools(task.pool, executorPool(framework, task, 1));
  agent.used = addPools(agent.used, pool);
  agent.free = subtractPools(agent.free, pool);
  framework.used = addPools(framework.used, withoutPorts(pool));
  framework.usedPorts.set(agent.id, addRanges(framework.usedPorts.get(agent.id) ?? [], totalOf(task.pool).ports));
  context.state.used = addPools(context.state.used, withoutPorts(pool));
  context.allocations.add(task.role, framework.id, pool);
}

/** What the executor of a group adds with its first task and gives back with its last; nothing for the others. */
function executorPool(framework: FrameworkEntry, { task, agentId, role }: TaskEntry, by: 1 | -1): Pool {
  const { executor } = task;
  if (!executor) return {};
  const id = executor.executor_id.value;
  const known = framework.executors.get(id) ?? { info: executor, agentId, role, tasks: 0 };
  const tasks = known.tasks + by;
  if (tasks === 0) framework.executors.delete(id);
  else framework.executors.set(id, { ...known, tasks });
  return known.tasks === 0 || tasks === 0 ? poolOf(executor.resources) : {};
}

/** Gives a task's resources back; does nothing the second time. */
export function releaseTask(context: MasterContext, task: TaskEntry): void {
  if (task.released) return;
  task.released = true;
  const framework = context.state.frameworks.get(task.frameworkId);
  const pool = framework ? addPools(task.pool, executorPool(framework, task, -1)) : task.pool;
  if (framework) {
    framework.used = subtractPools(framework.used, withoutPorts(pool));
    const ports = subtractRanges(framework.usedPorts.get(task.agentId) ?? [], totalOf(task.pool).ports);
    if (ports.length > 0) framework.usedPorts.set(task.agentId, ports);
    else framework.usedPorts.delete(task.agentId);
  }
  context.state.used = subtractPools(context.state.used, withoutPorts(pool));
  context.allocations.subtract(task.role, task.frameworkId, pool);
  const agent = context.state.agents.get(task.agentId);
  if (!agent) return;
  agent.used = subtractPools(agent.used, pool);
  agent.free = addPools(agent.free, pool);
  context.allocator.wake([agent.id]);
}

export function changeTaskState(context: MasterContext, task: TaskEntry, state: TaskState): void {
  if (task.state !== state) {
    countTask(context, task, -1);
    task.state = state;
    countTask(context, task, 1);
  }
  if (isTerminal(state)) releaseTask(context, task);
}

/** Adds a status to the history; one of the same state as the last takes its place, as in Mesos. */
export function recordStatus(task: TaskEntry, status: TaskStatus): void {
  if (task.statuses.at(-1)?.state === status.state) task.statuses.pop();
  task.statuses.push(status);
  if (task.statuses.length > limits.statusesPerTask) task.statuses.splice(1, 1);
}

/** Takes a task off the live lists. Its resources have to be released by now or are here. */
export function detachTask(context: MasterContext, task: TaskEntry): void {
  releaseTask(context, task);
  context.state.frameworks.get(task.frameworkId)?.tasks.delete(task.task.task_id.value);
  const agent = context.state.agents.get(task.agentId);
  if (agent?.tasks.delete(taskKey(task.frameworkId, task.task.task_id.value))) context.onTaskGone(agent);
}

/** From the live tasks to the completed ones, stored; the oldest make room. */
export function completeTask(context: MasterContext, task: TaskEntry): void {
  detachTask(context, task);
  const framework = context.state.frameworks.get(task.frameworkId);
  if (!framework) return;
  framework.completedTasks.push(task);
  const evicted = tasksToEvict(framework.completedTasks);
  framework.completedTasks.splice(0, evicted.length);
  for (const old of evicted) countTask(context, old, -1);
  context.registry.saveCompletedTask(task, evicted);
}
