import type { UnreachableStrategy } from '../../../api/marathon/definition.ts';
import type { MarathonEvent } from '../../../api/marathon/events.ts';
import { isTerminal, type TaskStatus } from '../../../api/mesos/task.ts';
import type { ContainerTask } from '../core.ts';
import { overallHealth } from '../health/health-rules.ts';
import { timestamp, type InstanceRecord } from '../state.ts';
import { conditionOf, healthOfTasks } from './container-tasks.ts';
import { instanceChanged, instanceHealthChanged, statusUpdate } from './instance-events.ts';
import { BLAMELESS, CONDITIONS, endsTask, waitingAgain, withoutReservation, type StatusOutcome } from './status-rules.ts';

/**
 * What the status of one container's task makes of a pod's instance. The instance ends, and is launched again, once all of
 * its tasks have ended: when one fails, the executor ends the others.
 */
export function applyPodStatus(
  instance: InstanceRecord & { tasks: ContainerTask[] },
  status: TaskStatus,
  unreachable: UnreachableStrategy,
  now: number,
): StatusOutcome {
  const { value: id } = status.task_id;
  const known = instance.tasks.find((task) => task.id === id);
  const tasks = instance.tasks.map((task) => (task === known ? withStatus(task, status, now) : task));
  const seen = withTasks(instance, tasks, now);
  const events: MarathonEvent[] = [];
  if (seen.condition !== instance.condition) events.push(instanceChanged(seen, now));
  if (known?.state !== status.state) events.push(taskEvent(seen, id, status, now));
  const healthy = overallHealth(seen.health, seen.checks);
  if (healthy !== overallHealth(instance.health, instance.checks)) events.push(instanceHealthChanged(seen, healthy, now));
  const ended = tasks.every(({ state }) => state && endsTask(instance.goal, state, unreachable));
  if (!ended) return { after: seen, events, ended, delaysLaunch: false };
  if (instance.goal === 'Decommissioned') return { after: undefined, events, ended, delaysLaunch: false };
  const since = timestamp(now);
  if (instance.goal === 'Stopped')
    return { after: { ...waitingAgain(seen), condition: seen.condition, since }, events, ended, delaysLaunch: false };
  const waiting = waitingAgain(seen);
  const isGone = tasks.some(({ state }) => state === 'TASK_GONE_BY_OPERATOR');
  const after = { ...(isGone ? withoutReservation(waiting) : waiting), since };
  const delaysLaunch = tasks.some(({ state }) => state && isTerminal(state) && !BLAMELESS.has(state));
  return { after, events: [...events, instanceChanged(after, now)], ended, delaysLaunch };
}

function withStatus(task: ContainerTask, status: TaskStatus, now: number): ContainerTask {
  const { state, message, healthy, container_status } = status;
  const networks = container_status?.network_infos?.map(({ name, ip_addresses = [] }) => ({
    ...(name !== undefined && { name }),
    addresses: ip_addresses.flatMap(({ ip_address }) => ip_address ?? []),
  }));
  return {
    ...task,
    condition: CONDITIONS[state],
    state,
    ...(healthy !== undefined && { healthy }),
    ...(message && { message }),
    ...(state === 'TASK_RUNNING' && task.startedAt === undefined && { startedAt: timestamp(now) }),
    ...(networks && { networks }),
  };
}

/** The instance as its tasks now are. What is inactive stays so until its tasks are heard of. */
function withTasks(instance: InstanceRecord, tasks: ContainerTask[], now: number): InstanceRecord {
  const folded = conditionOf(tasks);
  const condition = folded === 'Unreachable' && instance.condition === 'UnreachableInactive' ? instance.condition : folded;
  const health = healthOfTasks(instance.id, tasks);
  const startedAt = tasks
    .map((task) => task.startedAt)
    .reduce((a, b) => (b === undefined || (a !== undefined && a < b) ? a : b), undefined);
  const { unreachableSince = now, ...rest } = instance;
  const same = condition === instance.condition && overallHealth(health, rest.checks) === overallHealth(instance.health, rest.checks);
  return {
    ...rest,
    tasks,
    condition,
    health,
    ...(startedAt !== undefined && { startedAt }),
    ...(folded === 'Unreachable' && { unreachableSince }),
    ...(!same && { since: timestamp(now) }),
  };
}

function taskEvent(instance: InstanceRecord, id: string, status: TaskStatus, now: number): MarathonEvent {
  const task = instance.tasks?.find((candidate) => candidate.id === id);
  const addresses = task?.networks.flatMap((network) => network.addresses) ?? [];
  const ipAddresses = addresses.map((ipAddress) => ({ ipAddress, protocol: 'IPv4' }));
  return statusUpdate({ ...instance, taskId: id, hostPorts: task?.hostPorts ?? [], ipAddresses }, status, now);
}
