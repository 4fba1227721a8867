import type { UnreachableStrategy } from '../../../api/marathon/definition.ts';
import type { MarathonEvent } from '../../../api/marathon/events.ts';
import { isTerminal, type TaskState, type TaskStatus } from '../../../api/mesos/task.ts';
import type { InstanceCondition, TaskFailure } from '../core.ts';
import { timestamp, type Goal, type InstanceRecord } from '../state.ts';
import { instanceChanged, statusUpdate } from './instance-events.ts';

export const CONDITIONS: Record<TaskState, InstanceCondition> = {
  TASK_STAGING: 'Staging',
  TASK_STARTING: 'Starting',
  TASK_RUNNING: 'Running',
  TASK_KILLING: 'Killing',
  TASK_FINISHED: 'Finished',
  TASK_FAILED: 'Failed',
  TASK_KILLED: 'Killed',
  TASK_ERROR: 'Error',
  TASK_LOST: 'Gone',
  TASK_DROPPED: 'Dropped',
  TASK_UNREACHABLE: 'Unreachable',
  TASK_GONE: 'Gone',
  TASK_GONE_BY_OPERATOR: 'Gone',
  TASK_UNKNOWN: 'Unknown',
};

/** Ends that say nothing against the app: the next launch does not wait. */
export const BLAMELESS: ReadonlySet<TaskState> = new Set<TaskState>(['TASK_KILLED', 'TASK_UNREACHABLE']);

export interface StatusOutcome {
  /** undefined: the instance is over. */
  after: InstanceRecord | undefined;
  events: MarathonEvent[];
  /** The task will not come back to the app. */
  ended: boolean;
  /** Its end holds back the next launch (§8.6). */
  delaysLaunch: boolean;
  failure?: TaskFailure;
}

/**
 * What a status update makes of the instance (§8.1). A task that ended is replaced within the same instance (FACTS 48),
 * unless the instance was meant to end. The same state once more changes nothing and tells nothing.
 */
export function applyStatus(instance: InstanceRecord, status: TaskStatus, unreachable: UnreachableStrategy, now: number): StatusOutcome {
  const condition = conditionAfter(instance, status.state);
  const ended = endsTask(instance.goal, status.state, unreachable);
  const seen = withStatus(instance, status, condition, now);
  const changed = condition !== instance.condition;
  const told = status.state === instance.state ? [] : [statusUpdate(seen, status, now)];
  const events = [...(changed ? [instanceChanged(seen, now)] : []), ...told];
  if (!ended) return { after: seen, events, ended, delaysLaunch: false };
  const failure = failureOf(seen, status, now);
  const common = { ended, ...(failure && { failure }) };
  if (instance.goal === 'Decommissioned') return { after: undefined, events, delaysLaunch: false, ...common };
  if (instance.goal === 'Stopped') return { after: { ...waitingAgain(seen), condition }, events, delaysLaunch: false, ...common };
  // What was reserved on an agent that is gone for good is gone with it.
  const after = status.state === 'TASK_GONE_BY_OPERATOR' ? withoutReservation(waitingAgain(seen)) : waitingAgain(seen);
  return { after, events: [...events, instanceChanged(after, now)], delaysLaunch: !BLAMELESS.has(status.state), ...common };
}

/** What is inactive stays so until its task is heard of. */
const conditionAfter = (instance: InstanceRecord, state: TaskState): InstanceCondition =>
  state === 'TASK_UNREACHABLE' && instance.condition === 'UnreachableInactive' ? instance.condition : CONDITIONS[state];

/**
 * A task that Mesos knows nothing of is over too, and an unreachable one where nobody waits for it: it was meant to end, or
 * the app does not want to wait (0 s and 0 s).
 */
export function endsTask(goal: Goal, state: TaskState, unreachable: UnreachableStrategy): boolean {
  if (state === 'TASK_UNREACHABLE' && goal === 'Decommissioned') return true;
  if (state === 'TASK_UNREACHABLE') return unreachable !== 'disabled' && unreachable.expungeAfterSeconds === 0;
  return isTerminal(state) || state === 'TASK_UNKNOWN';
}

function withStatus(instance: InstanceRecord, status: TaskStatus, condition: InstanceCondition, now: number): InstanceRecord {
  const addresses = (status.container_status?.network_infos ?? []).flatMap(({ ip_addresses = [] }) =>
    ip_addresses.flatMap(({ ip_address, protocol = 'IPv4' }) => (ip_address === undefined ? [] : [{ ipAddress: ip_address, protocol }])),
  );
  const { unreachableSince = now, ...rest } = instance;
  return {
    ...rest,
    condition,
    ...(status.state === 'TASK_UNREACHABLE' && { unreachableSince }),
    state: status.state,
    ...(status.agent_id && { agentId: status.agent_id.value }),
    ...(addresses.length > 0 && { ipAddresses: addresses }),
    ...(condition === 'Running' && instance.startedAt === undefined && { startedAt: timestamp(now) }),
  };
}

/** Back in the queue. Of the ended task its id, place and state stay to be seen until the next launch (FACTS 49). */
export function waitingAgain(instance: InstanceRecord): InstanceRecord {
  const {
    stagedAt: _staged,
    startedAt: _started,
    provisionedAt: _provisioned,
    killed: _killed,
    unreachableSince: _since,
    ...rest
  } = instance;
  const { placement, ...unplaced } = rest;
  return {
    ...unplaced,
    ...(rest.reservedAt !== undefined && placement && { placement }),
    condition: 'Scheduled',
    hostPorts: [],
    health: [],
  };
}

/** The instance as one that has no place any more. */
export function withoutReservation(instance: InstanceRecord): InstanceRecord {
  const { reservedAt: _reserved, role: _role, placement: _placement, ...unplaced } = instance;
  return { ...unplaced, localVolumes: [] };
}

/** FINISHED and KILLED are not failures (§8.7). */
function failureOf(instance: InstanceRecord, status: TaskStatus, now: number): TaskFailure | undefined {
  if (status.state === 'TASK_FINISHED' || status.state === 'TASK_KILLED') return undefined;
  return taskFailure(instance, status.state, status.message ?? '', now);
}

export function taskFailure(instance: InstanceRecord, state: TaskState, message: string, now: number): TaskFailure {
  return {
    appId: instance.appId,
    host: instance.host ?? '',
    message,
    state,
    taskId: instance.taskId,
    timestamp: timestamp(now),
    version: instance.version,
    ...(instance.agentId !== undefined && { slaveId: instance.agentId }),
  };
}

/** Marathon's --task_launch_confirm_timeout: a launch that Mesos has not said a word about for so long is given up, in ms. */
const LAUNCH_CONFIRM_MS = 300_000;

export const isUnconfirmed = ({ condition, provisionedAt }: InstanceRecord, now: number): boolean =>
  condition === 'Provisioned' && provisionedAt !== undefined && now - provisionedAt > LAUNCH_CONFIRM_MS;
