import { addPools, poolOf, subtractPools, withoutPorts } from '../../api/mesos/quantities.ts';
import { isTerminal, type TaskStatus } from '../../api/mesos/task.ts';
import type { AgentCommands, AgentRegistration, AgentTask } from './agent-link.ts';
import { endLostTasks, endTask, rememberUnreachable, removeAgent } from './agent-loss.ts';
import type { MasterContext } from './context.ts';
import { continueDrain } from './drain.ts';
import { frameworkEntry } from './frameworks.ts';
import { isOnMachine } from './maintenance-rules.ts';
import { rescindOffers } from './offers.ts';
import { lostState, reconciledStatus } from './rules.ts';
import { taskKey, type AgentEntry, type FrameworkEntry, type MasterState, type TaskEntry } from './state.ts';
import { count } from './tally.ts';
import { addTask, changeTaskState, countTask } from './tasks.ts';

/** Agents register, and come back with their id and tasks. */

/** Mesos' --agent_reregister_timeout: how long agents of before a master's start have to come back. */
export const REREGISTER_TIMEOUT_MS = 600_000;

/** Takes an agent on, or up again: the master then has exactly the tasks that the agent tells of. undefined: it may not, and was told so. */
export function registerAgent(context: MasterContext, registration: AgentRegistration, commands: AgentCommands): AgentEntry | undefined {
  const { state } = context;
  const refusal = registrationRefusal(state, registration);
  if (refusal !== undefined) {
    commands.shutdown(refusal);
    return undefined;
  }
  const known = registration.agentId === undefined ? undefined : state.agents.get(registration.agentId);
  count(state.counters.metrics, `master/messages_${registration.agentId === undefined ? '' : 're'}register_slave`);
  if (!known) replaceSameAddress(context, registration);
  const agent = known ?? admit(context, registration);
  agent.removal?.cancel();
  agent.removal = undefined;
  agent.commands = commands;
  if (known) {
    agent.reregisteredAt = context.kernel.clock.now();
    resize(context, agent, registration);
  }
  count(state.counters.metrics, `master/slave_${agent.reregisteredAt === undefined ? '' : 're'}registrations`);
  context.registry.saveAgent(agent);
  commands.registered(agent.id);
  for (const info of registration.frameworks) recoverFramework(context, info);
  adoptTasks(context, agent, registration.tasks);
  for (const { frameworkId, taskId } of agent.owedKills.values()) commands.kill(frameworkId, taskId);
  agent.owedKills.clear();
  continueDrain(context, agent);
  context.allocator.wake([agent.id]);
  return agent;
}

/** Why an operator does not want this agent; undefined when nothing is said against it. */
function registrationRefusal({ goneAgents, maintenance }: MasterState, registration: AgentRegistration): string | undefined {
  const { agentId } = registration;
  if (agentId !== undefined && goneAgents.has(agentId)) return `Agent ${agentId} has been marked gone`;
  const isDown = [...maintenance.down.values()].some((machine) => isOnMachine({ registration }, machine));
  return isDown ? 'The machine of the agent is down for maintenance' : undefined;
}

/** A new entry: under the id that it had with an earlier master or before it became unreachable, else under the next one. */
function admit(
  context: MasterContext,
  { agentId, tasks: _tasks, frameworks: _frameworks, total: resources, ...registration }: AgentRegistration,
): AgentEntry {
  const { state, kernel } = context;
  const now = kernel.clock.now();
  const record = agentId === undefined ? undefined : (state.recoveredAgents.get(agentId) ?? state.unreachableAgents.get(agentId));
  const id = agentId ?? `${state.id}-S${state.counters.agents++}`;
  state.recoveredAgents.delete(id);
  state.unreachableAgents.delete(id);
  const total = poolOf(resources);
  const agent: AgentEntry = {
    id,
    registration,
    registeredAt: record?.registeredAt ?? now,
    ...(agentId !== undefined && { reregisteredAt: now }),
    ...(record?.deactivated && { deactivated: record.deactivated }),
    ...(record?.drain && { drain: record.drain }),
    pid: `slave(1)@${registration.ip}:${registration.port}`,
    commands: undefined,
    total,
    used: {},
    offered: {},
    free: total,
    tasks: new Map(),
    offers: new Set(),
    tally: new Map(),
    frameworks: new Map(),
    owedKills: new Map(),
    removal: undefined,
  };
  state.agents.set(id, agent);
  state.total = addPools(state.total, withoutPorts(total));
  for (const framework of state.frameworks.values()) {
    for (const task of [...framework.completedTasks, ...framework.unreachableTasks.values()]) {
      if (task.agentId !== id) continue;
      count(agent.tally, task.state);
      count(agent.frameworks, framework.id);
    }
  }
  context.publish({ type: 'AGENT_ADDED', agent });
  return agent;
}

/** An agent may come back with other resources than before. */
function resize(context: MasterContext, agent: AgentEntry, { total: resources }: AgentRegistration): void {
  rescindOffers(context, [...agent.offers]);
  const total = poolOf(resources);
  context.state.total = addPools(subtractPools(context.state.total, withoutPorts(agent.total)), withoutPorts(total));
  agent.total = total;
  agent.free = subtractPools(total, agent.used);
}

const REPLACED = { becomes: 'TASK_GONE', reason: 'REASON_AGENT_REMOVED', message: 'The agent was replaced by a new one' } as const;

/** A machine that was made anew registers without its old id: the agent of before is gone for good. */
function replaceSameAddress(context: MasterContext, { ip, port, agentId }: AgentRegistration): void {
  const same = (other: { id: string; registration: { ip: string; port: number } }): boolean =>
    other.id !== agentId && other.registration.ip === ip && other.registration.port === port;
  for (const agent of context.state.agents.values())
    if (same(agent)) removeAgent(context, agent, { ...REPLACED, removal: 'registered', farewell: 'removed' });
  for (const list of [context.state.recoveredAgents, context.state.unreachableAgents]) {
    for (const record of list.values()) {
      if (!same(record)) continue;
      list.delete(record.id);
      context.registry.forgetAgent(record.id);
      endLostTasks(context, record.id, REPLACED);
    }
  }
}

/** A framework that an agent still has tasks of, and that this master has not heard of yet. */
function recoverFramework(context: MasterContext, info: AgentRegistration['frameworks'][number]): void {
  const { state, kernel } = context;
  const id = info.id?.value;
  if (id === undefined || state.frameworks.has(id) || state.completedFrameworks.some((framework) => framework.id === id)) return;
  const framework = frameworkEntry({ id, info, registeredAt: kernel.clock.now() }, true);
  state.frameworks.set(id, framework);
  context.registry.saveFramework(framework);
}

function adoptTasks(context: MasterContext, agent: AgentEntry, told: readonly AgentTask[]): void {
  const { state } = context;
  const reported = new Set(told.map(({ frameworkId, task }) => taskKey(frameworkId, task.task_id.value)));
  for (const framework of state.frameworks.values()) {
    for (const task of [...framework.unreachableTasks.values(), ...agent.tasks.values()]) {
      if (task.frameworkId !== framework.id || task.agentId !== agent.id || reported.has(taskKey(framework.id, task.task.task_id.value)))
        continue;
      framework.unreachableTasks.delete(task.task.task_id.value);
      const becomes = lostState(framework, 'TASK_DROPPED');
      endTask(context, framework, task, { becomes, reason: 'REASON_RECONCILIATION', message: 'Task is unknown to the agent' });
    }
  }
  for (const task of told) {
    const framework = state.frameworks.get(task.frameworkId);
    if (framework) adoptTask(context, framework, agent, task);
    else agent.commands?.shutdownFramework(task.frameworkId);
  }
}

function adoptTask(
  context: MasterContext,
  framework: FrameworkEntry,
  agent: AgentEntry,
  { task, state: latest, statuses }: AgentTask,
): void {
  const taskId = task.task_id.value;
  const known = framework.tasks.get(taskId);
  if (known) {
    known.statuses = statuses;
    changeTaskState(context, known, latest);
    return;
  }
  const released = isTerminal(latest);
  // Its end was acknowledged, but the agent had not heard so when it was stopped: its update will be acknowledged again.
  if (released && framework.completedTasks.some((completed) => completed.task.task_id.value === taskId)) return;
  const unreachable = framework.unreachableTasks.get(taskId);
  if (unreachable) {
    countTask(context, unreachable, -1);
    framework.unreachableTasks.delete(taskId);
  }
  const role = task.resources[0]?.allocation_info?.role ?? framework.info.roles[0] ?? '*';
  const pool = poolOf(task.resources);
  const adopted: TaskEntry = { frameworkId: framework.id, agentId: agent.id, task, role, pool, state: latest, statuses, released };
  addTask(context, framework, agent, adopted);
  if (!unreachable) return;
  const status: TaskStatus = {
    ...reconciledStatus(context.kernel.clock.now(), adopted),
    reason: 'REASON_AGENT_REREGISTERED',
    message: 'Unreachable agent re-registered',
  };
  context.publish({ type: 'TASK_UPDATED', task: adopted, status });
  framework.send?.({ type: 'UPDATE', update: { status } });
}

/** Agents of before this master's start that did not come back in time. */
export function giveUpRecovered(context: MasterContext): void {
  for (const record of context.state.recoveredAgents.values()) rememberUnreachable(context, record);
  context.state.recoveredAgents.clear();
}
