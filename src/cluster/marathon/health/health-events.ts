import type { HealthCheckDefinition } from '../../../api/marathon/definition.ts';
import type { MarathonEvent } from '../../../api/marathon/events.ts';
import { timestamp, type InstanceRecord } from '../state.ts';

export const checkFailed = (instance: InstanceRecord, healthCheck: HealthCheckDefinition, now: number): MarathonEvent => ({
  appId: instance.appId,
  taskId: instance.id,
  healthCheck,
  eventType: 'failed_health_check_event',
  timestamp: timestamp(now),
});

export const healthStatusChanged = (instance: InstanceRecord, alive: boolean, now: number): MarathonEvent => ({
  appId: instance.appId,
  instanceId: instance.id,
  version: instance.version,
  alive,
  eventType: 'health_status_changed_event',
  timestamp: timestamp(now),
});

export const unhealthyInstanceKilled = (instance: InstanceRecord, reason: string, now: number): MarathonEvent => ({
  appId: instance.appId,
  taskId: instance.taskId,
  instanceId: instance.id,
  version: instance.version,
  reason,
  host: instance.host ?? '',
  slaveId: instance.agentId ?? null,
  eventType: 'unhealthy_instance_kill_event',
  timestamp: timestamp(now),
});
