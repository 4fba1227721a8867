import type { MarathonEvent } from '../../../api/marathon/events.ts';
import type { TaskStatus } from '../../../api/mesos/task.ts';
import type { InstanceCondition } from '../core.ts';
import { timestamp, type InstanceRecord } from '../state.ts';

export function instanceChanged(instance: InstanceRecord, now: number, condition: InstanceCondition = instance.condition): MarathonEvent {
  return {
    instanceId: instance.id,
    condition,
    runSpecId: instance.appId,
    agentId: instance.agentId ?? null,
    host: instance.host ?? null,
    runSpecVersion: instance.version,
    timestamp: timestamp(now),
    eventType: 'instance_changed_event',
  };
}

export function statusUpdate(instance: InstanceRecord, status: TaskStatus, now: number): MarathonEvent {
  return {
    slaveId: instance.agentId ?? '',
    taskId: instance.taskId,
    taskStatus: status.state,
    message: status.message ?? '',
    appId: instance.appId,
    host: instance.host ?? '',
    ipAddresses: instance.ipAddresses,
    ports: instance.hostPorts,
    version: instance.version,
    eventType: 'status_update_event',
    timestamp: timestamp(now),
  };
}

/** `healthy` is null as long as nothing is known. */
export function instanceHealthChanged(instance: InstanceRecord, healthy: boolean | null, now: number): MarathonEvent {
  return {
    instanceId: instance.id,
    runSpecId: instance.appId,
    healthy,
    runSpecVersion: instance.version,
    timestamp: timestamp(now),
    eventType: 'instance_health_changed_event',
  };
}
