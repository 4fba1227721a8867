import { addPools, containsPool, poolOf, subtractPools, type Pool } from '../../api/mesos/quantities.ts';
import type { Operation, SchedulerCall } from '../../api/mesos/scheduler.ts';
import type { TaskInfo, TaskReason } from '../../api/mesos/task.ts';
import type { MasterContext } from './context.ts';
import { refuseSeconds } from './filters.ts';
import { removeOffer } from './offers.ts';
import { lostState, masterStatus, offersProblem, taskProblem } from './rules.ts';
import type { AgentEntry, FrameworkEntry, OfferEntry, TaskEntry } from './state.ts';
import { count } from './tally.ts';
import { addTask } from './tasks.ts';

type Accept = Extract<SchedulerCall, { type: 'ACCEPT' }>['accept'];
type Decline = Extract<SchedulerCall, { type: 'DECLINE' }>['decline'];

/** Launches tasks on what was offered. What is left over stays away from the framework as long as its filter says. */
export function acceptOffers(context: MasterContext, framework: FrameworkEntry, accept: Accept): void {
  const offerIds = accept.offer_ids.map((id) => id.value);
  const groups = accept.operations.flatMap(taskGroups);
  const tasks = groups.flat();
  const problem = offersProblem(context.state, framework.id, offerIds);
  const offers = held(context, framework, offerIds);
  const agent = context.state.agents.get(offers[0]?.agentId ?? '');
  for (const offer of offers) removeOffer(context, offer);
  if (problem !== undefined || !agent?.commands) {
    const message = `Task launched with invalid offers: ${problem ?? 'the agent is disconnected'}`;
    for (const task of tasks) refuseTask(context, framework, task, lostState(framework, 'TASK_DROPPED'), 'REASON_INVALID_OFFERS', message);
    context.allocator.wake(offers.map((offer) => offer.agentId));
    return;
  }
  const role = offers[0]?.role ?? '*';
  let left = offers.reduce<Pool>((sum, offer) => addPools(sum, offer.pool), {});
  for (const group of groups) {
    const { fault, left: after } = groupProblem(framework, agent.id, left, group);
    if (fault !== undefined) {
      const reason = group[0]?.executor ? 'REASON_TASK_GROUP_INVALID' : 'REASON_TASK_INVALID';
      for (const task of group) refuseTask(context, framework, task, 'TASK_ERROR', reason, fault);
      continue;
    }
    left = after;
    for (const task of group) launch(context, framework, agent, role, poolOf(task.resources), task);
  }
  context.filters.refuse(framework.id, role, new Map([[agent.id, left]]), refuseSeconds(accept.filters?.refuse_seconds));
  if (tasks.length > 0) context.allocator.wake([agent.id]);
  else context.allocator.wakeLater([agent.id]);
}

/** What is launched together or not at all: the tasks of a group, each with its executor; else each task alone. */
function taskGroups(operation: Operation): TaskInfo[][] {
  if (operation.type === 'LAUNCH') return operation.launch.task_infos.map((task) => [task]);
  const { executor, task_group } = operation.launch_group;
  return [task_group.tasks.map((task) => ({ ...task, executor }))];
}

/** Why a group cannot be launched, and what is left of the offers when it can. */
function groupProblem(
  framework: FrameworkEntry,
  agentId: string,
  offered: Pool,
  group: readonly TaskInfo[],
): { fault?: string; left: Pool } {
  let left = offered;
  for (const task of group) {
    const fault = taskProblem(framework, agentId, left, task);
    if (fault !== undefined) return { fault, left: offered };
    left = subtractPools(left, poolOf(task.resources));
  }
  const own = poolOf(group[0]?.executor?.resources ?? []);
  if (!containsPool(left, own)) return { fault: 'The executor of the task group uses more resources than available', left: offered };
  return { left: subtractPools(left, own) };
}

function launch(context: MasterContext, framework: FrameworkEntry, agent: AgentEntry, role: string, pool: Pool, task: TaskInfo): void {
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

function refuseTask(
  context: MasterContext,
  framework: FrameworkEntry,
  task: TaskInfo,
  state: 'TASK_ERROR' | ReturnType<typeof lostState>,
  reason: TaskReason,
  message: string,
): void {
  const id = { taskId: task.task_id.value, agentId: task.agent_id.value };
  const status = masterStatus(context.kernel.clock.now(), id, state, reason, message);
  count(context.state.counters.metrics, `master/tasks_${state.slice(5).toLowerCase()}`);
  framework.send?.({ type: 'UPDATE', update: { status } });
}

/** Gives offers back. Unknown ones are passed over: they may have been rescinded on the way. */
export function declineOffers(context: MasterContext, framework: FrameworkEntry, decline: Decline): void {
  const seconds = refuseSeconds(decline.filters?.refuse_seconds);
  const offers = held(
    context,
    framework,
    decline.offer_ids.map((id) => id.value),
  );
  const declined = new Map<string, Map<string, Pool>>();
  for (const offer of offers) {
    removeOffer(context, offer);
    const ofRole = declined.get(offer.role) ?? new Map<string, Pool>();
    ofRole.set(offer.agentId, addPools(ofRole.get(offer.agentId) ?? {}, offer.pool));
    declined.set(offer.role, ofRole);
  }
  for (const [role, pools] of declined) context.filters.refuse(framework.id, role, pools, seconds);
  const agentIds = offers.map((offer) => offer.agentId);
  // Others may want it at once; without a filter the same framework gets it back, so only at the next tick.
  if (seconds > 0) context.allocator.wake(agentIds);
  else context.allocator.wakeLater(agentIds);
}

const held = (context: MasterContext, framework: FrameworkEntry, offerIds: readonly string[]): OfferEntry[] =>
  offerIds.flatMap((id) => {
    const offer = context.state.offers.get(id);
    return offer?.frameworkId === framework.id ? [offer] : [];
  });
