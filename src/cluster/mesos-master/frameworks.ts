import { limits } from '../kernel/limits.ts';
import type { FrameworkInfo, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import type { MasterContext } from './context.ts';
import { masterInfo } from './master-info.ts';
import { removeOffer, rescindOffers } from './offers.ts';
import type { FrameworkEntry, FrameworkRecord } from './state.ts';
import { changeTaskState, completeTask, countTask, recordStatus } from './tasks.ts';
import { masterStatus } from './rules.ts';

/** Frameworks: they subscribe, lose their line, come back with their id, and end. */

/** No scheduler of ours opens a libprocess port; pids have one all the same, since clients split them. */
const SCHEDULER_PORT = 15_101;

export function frameworkEntry(record: FrameworkRecord, recovered: boolean): FrameworkEntry {
  return {
    ...record,
    pid: undefined,
    send: undefined,
    recovered,
    suppressedRoles: new Set(),
    tasks: new Map(),
    unreachableTasks: new Map(),
    completedTasks: [],
    offers: new Set(),
    used: {},
    usedPorts: new Map(),
    executors: new Map(),
    offered: {},
    tally: new Map(),
    agents: new Map(),
    failover: undefined,
  };
}

/** How a scheduler reaches the master. */
export type Via = 'process' | 'http';

function newFrameworkId(context: MasterContext): string {
  return `${context.state.id}-${String(context.state.counters.frameworks++).padStart(4, '0')}`;
}

/** Registers a framework or takes it up again by its id. Throws RangeError with what to tell the scheduler when that may not be. */
export function subscribeFramework(
  context: MasterContext,
  info: FrameworkInfo,
  suppressedRoles: readonly string[],
  { send, via }: { send: (event: SchedulerEvent) => void; via: Via },
): FrameworkEntry {
  const { state, kernel } = context;
  const id = info.id?.value ?? newFrameworkId(context);
  if (state.completedFrameworks.some((completed) => completed.id === id)) throw new RangeError('Framework has been removed');
  const known = state.frameworks.get(id);
  const now = kernel.clock.now();
  const framework = known ?? frameworkEntry({ id, info, registeredAt: now }, false);
  if (known) {
    known.send?.({ type: 'ERROR', error: { message: 'Framework failed over' } });
    rescindHeld(context, known);
    known.failover?.cancel();
    known.failover = undefined;
    known.reregisteredAt = now;
    known.recovered = false;
  }
  framework.info = { ...info, id: { value: id } };
  framework.pid = via === 'http' ? undefined : `scheduler-${kernel.ids.uuid()}@${info.hostname ?? state.ip}:${SCHEDULER_PORT}`;
  framework.suppressedRoles = new Set(suppressedRoles);
  framework.send = send;
  state.frameworks.set(id, framework);
  context.registry.saveFramework(framework);
  context.filters.forget(id);
  send({
    type: 'SUBSCRIBED',
    subscribed: {
      framework_id: { value: id },
      heartbeat_interval_seconds: 15,
      master_info: masterInfo(state),
    },
  });
  for (const agentId of framework.agents.keys()) state.agents.get(agentId)?.commands?.frameworkConnected(id);
  context.publish({ type: known ? 'FRAMEWORK_UPDATED' : 'FRAMEWORK_ADDED', framework });
  context.allocator.wakeAll();
  return framework;
}

/** Changes what a subscribed framework says of itself, its roles above all. Its id stays, whatever the call says. */
export function updateFramework(
  context: MasterContext,
  framework: FrameworkEntry,
  info: FrameworkInfo,
  suppressedRoles: readonly string[],
): void {
  framework.info = { ...info, id: { value: framework.id } };
  framework.suppressedRoles = new Set(suppressedRoles);
  context.registry.saveFramework(framework);
  rescindOffers(
    context,
    [...framework.offers].filter((id) => !framework.info.roles.includes(context.state.offers.get(id)?.role ?? '')),
  );
  context.publish({ type: 'FRAMEWORK_UPDATED', framework });
  context.allocator.wakeAll();
}

function rescindHeld(context: MasterContext, framework: FrameworkEntry): void {
  for (const id of framework.offers) {
    const offer = context.state.offers.get(id);
    if (offer) removeOffer(context, offer);
  }
}

/** The line is gone: the tasks stay until the framework comes back or its failover timeout has passed. */
export function disconnectFramework(context: MasterContext, framework: FrameworkEntry): void {
  framework.send = undefined;
  rescindHeld(context, framework);
  context.allocator.wakeAll();
  awaitFailover(context, framework);
}

/** A timer cannot wait longer than 31 bits of milliseconds. */
const LONGEST_WAIT_SECONDS = 24 * 86_400;

export function awaitFailover(context: MasterContext, framework: FrameworkEntry): void {
  const seconds = Math.min(framework.info.failover_timeout ?? 0, LONGEST_WAIT_SECONDS);
  framework.failover = context.kernel.clock.after(seconds * 1000, () => removeFramework(context, framework));
}

/** For good: its tasks end, its offers are free, and it stays among the completed frameworks. */
export function removeFramework(context: MasterContext, framework: FrameworkEntry): void {
  const { state, kernel } = context;
  framework.failover?.cancel();
  framework.send = undefined;
  rescindOffers(context, [...framework.offers]);
  for (const agentId of framework.agents.keys()) state.agents.get(agentId)?.commands?.shutdownFramework(framework.id);
  for (const task of framework.tasks.values()) {
    const id = { taskId: task.task.task_id.value, agentId: task.agentId };
    recordStatus(task, masterStatus(kernel.clock.now(), id, 'TASK_KILLED', 'REASON_FRAMEWORK_REMOVED', 'Framework removed'));
    changeTaskState(context, task, 'TASK_KILLED');
    completeTask(context, task);
  }
  for (const task of [...framework.unreachableTasks.values(), ...framework.completedTasks]) countTask(context, task, -1);
  framework.unreachableTasks.clear();
  framework.unregisteredAt = kernel.clock.now();
  context.filters.forget(framework.id);
  state.frameworks.delete(framework.id);
  state.completedFrameworks.push(framework);
  context.registry.saveFramework(framework);
  for (const old of state.completedFrameworks.splice(0, Math.max(0, state.completedFrameworks.length - limits.completedFrameworks))) {
    context.registry.forgetFramework(old);
  }
  context.publish({ type: 'FRAMEWORK_REMOVED', framework });
  context.allocator.wakeAll();
}
