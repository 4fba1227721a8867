import { isPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import type { Pool } from '../../../api/mesos/quantities.ts';
import type { Offer, Operation } from '../../../api/mesos/scheduler.ts';
import { healthCheckCount } from '../health/health-rules.ts';
import type { InstanceChange } from '../instances/instance-tracker.ts';
import { newLocalVolumes } from '../reservations/local-volumes.ts';
import { reservationFor } from '../reservations/reservation-label.ts';
import { reserveOperations } from '../reservations/reserve-operations.ts';
import { timestamp, type InstanceRecord, type PlacementFacts } from '../state.ts';
import { containerTasks, podTaskGroup } from '../tasks/pod-task-group.ts';
import { APP_TASK, taskId } from '../tasks/task-ids.ts';
import { taskInfo } from '../tasks/task-info.ts';

/** What a part of an offer is used for: the change of an instance, and what Mesos is asked to do for it. */
export interface Provision {
  change: InstanceChange;
  operations: Operation[];
}

/** Where an instance goes, and what it takes there. */
export interface Place {
  offer: Offer;
  facts: PlacementFacts;
  taken: Pool;
  /** In the order of the ports; undefined where one has none on the host. */
  hostPorts: readonly (number | undefined)[];
  /** Whether its group insists on its role. */
  roleEnforced: boolean;
  now: number;
}

/** Launches the next task, or all tasks of a pod, of an instance. */
export function launch(instance: InstanceRecord, definition: RunSpec, place: Place): Provision {
  const { offer, facts, taken, hostPorts, roleEnforced, now } = place;
  const allocatedRole = offer.allocation_info.role;
  const at = { agentId: offer.agent_id.value, host: facts.hostname, hostPorts, taken, allocatedRole, roleEnforced };
  const incarnation = instance.incarnation + 1;
  const before = instance;
  const { state: _state, unready: _unready, ...waiting } = instance;
  const placed: InstanceRecord = {
    ...waiting,
    ...placeFields(offer, facts),
    condition: 'Provisioned',
    incarnation,
    hostPorts: hostPorts.filter((port) => port !== undefined),
    ipAddresses: [],
    stagedAt: timestamp(now),
    provisionedAt: now,
    checks: healthCheckCount(definition),
  };
  if (isPod(definition)) {
    const tasks = containerTasks(definition, instance.id, incarnation, hostPorts, timestamp(now));
    const after = { ...placed, taskId: tasks[0]?.id ?? '', tasks, since: timestamp(now) };
    const launch_group = podTaskGroup(definition, { ...at, instanceId: instance.id, tasks });
    return { change: { before, after }, operations: [{ type: 'LAUNCH_GROUP', launch_group }] };
  }
  const id = taskId(instance.id, APP_TASK, incarnation);
  const after = { ...placed, taskId: id, ...(definition.readinessChecks?.length && { unready: true as const }) };
  return {
    change: { before, after },
    operations: [{ type: 'LAUNCH', launch: { task_infos: [taskInfo(definition, { ...at, taskId: id })] } }],
  };
}

/** Reserves what an instance takes, and makes its volumes. It still waits: it is launched once that is offered to it. */
export function reserve(
  instance: InstanceRecord,
  definition: RunSpec,
  { offer, facts, taken, now }: Place,
  { frameworkId, newId }: { frameworkId: string; newId: () => string },
): Provision {
  const { role } = offer.allocation_info;
  const volumes = newLocalVolumes(definition, newId);
  const after: InstanceRecord = {
    ...instance,
    ...placeFields(offer, facts),
    role,
    reservedAt: now,
    localVolumes: volumes.map(({ volume }) => volume),
  };
  return {
    change: { before: instance, after },
    operations: reserveOperations(taken, volumes, reservationFor(instance.id, frameworkId, role)),
  };
}

const placeFields = (offer: Offer, facts: PlacementFacts) => ({
  agentId: offer.agent_id.value,
  host: facts.hostname,
  ...(facts.region !== undefined && { region: facts.region }),
  ...(facts.zone !== undefined && { zone: facts.zone }),
  placement: facts,
});
