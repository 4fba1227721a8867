import type { HealthResult, Instance } from '../core.ts';

type Json = Record<string, unknown>;

/** Whether an instance has a task to show: it was launched, or its last one ended and is still to be replaced. Tasks of pods are not listed (recorded). */
export const hasTask = ({ tasks, condition, state }: Instance): boolean =>
  tasks === undefined && (condition !== 'Scheduled' || state !== undefined);

export const isStaged = ({ condition }: Instance): boolean =>
  condition === 'Provisioned' || condition === 'Staging' || condition === 'Starting';
export const isRunning = ({ condition }: Instance): boolean => condition === 'Running';

/** Whether all checks of a task pass; undefined as long as there is no result. */
export function healthOf({ health }: Instance): boolean | undefined {
  return health.length === 0 ? undefined : health.every(({ alive }) => alive);
}

/** Whether the last task is over: it waits to be launched again, or rests with what is reserved for it. */
const hasEnded = ({ condition }: Instance): boolean =>
  condition === 'Scheduled' || condition === 'Killed' || condition === 'Finished' || condition === 'Failed';

/** The state of Mesos, or of a task that has none yet. */
const stateOf = (instance: Instance): string => instance.state ?? 'TASK_STAGING';

/** The words `instance [id]` are part of the value, as recorded. */
function healthResult({
  alive,
  consecutiveFailures,
  firstSuccess,
  instanceId,
  lastFailure,
  lastFailureCause,
  lastSuccess,
}: HealthResult): Json {
  return {
    alive,
    consecutiveFailures,
    ...(firstSuccess !== undefined && { firstSuccess }),
    instanceId: instanceId.startsWith('instance [') ? instanceId : `instance [${instanceId}]`,
    ...(lastFailure !== undefined && { lastFailure }),
    ...(lastFailureCause !== undefined && { lastFailureCause }),
    ...(lastSuccess !== undefined && { lastSuccess }),
  };
}

/**
 * A task as Marathon prints it. `servicePorts` are those of its app in `/v2/tasks` and empty everywhere else. A task that
 * ended and waits for its replacement has lost its times, version and ports.
 */
export function renderTask(instance: Instance, role: string | undefined, servicePorts: readonly number[] = []): Json {
  const ended = hasEnded(instance);
  return {
    appId: instance.appId,
    healthCheckResults: ended ? [] : instance.health.map(healthResult),
    ...(instance.host !== undefined && { host: instance.host }),
    id: instance.taskId,
    ipAddresses: instance.ipAddresses,
    ports: ended ? [] : instance.hostPorts,
    servicePorts,
    ...(instance.agentId !== undefined && { slaveId: instance.agentId }),
    state: stateOf(instance),
    ...(!ended && instance.stagedAt !== undefined && { stagedAt: instance.stagedAt }),
    ...(!ended && instance.startedAt !== undefined && { startedAt: instance.startedAt }),
    ...(!ended && { version: instance.version }),
    localVolumes: instance.localVolumes,
    ...(instance.region !== undefined && { region: instance.region }),
    ...(instance.zone !== undefined && { zone: instance.zone }),
    ...((instance.role ?? role) !== undefined && { role: instance.role ?? role }),
  };
}

const texts = new WeakMap<Instance, { role: string | undefined; text: string }>();

/** The JSON text of a task outside `/v2/tasks`. A change of an instance is a new object, so the text of each is made once. */
export function taskText(instance: Instance, role: string | undefined): string {
  const known = texts.get(instance);
  if (known && known.role === role) return known.text;
  const text = JSON.stringify(renderTask(instance, role));
  texts.set(instance, { role, text });
  return text;
}
