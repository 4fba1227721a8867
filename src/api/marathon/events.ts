import type { AppDefinition, HealthCheckDefinition, Timestamp } from './definition.ts';

/** What `/v2/events` tells, by `eventType`. Every event has its time; the key order is Marathon's. */
interface Plan {
  id: string;
  steps: { actions: { action: string; app?: string; pod?: string }[] }[];
  version: Timestamp;
}

type Body =
  | { eventType: 'api_post_event'; clientIp: string; uri: string; appDefinition: AppDefinition }
  | { eventType: 'pod_created_event' | 'pod_updated_event' | 'pod_deleted_event'; clientIp: string; uri: string }
  | {
      eventType: 'status_update_event';
      slaveId: string;
      taskId: string;
      taskStatus: string;
      message: string;
      appId: string;
      host: string;
      ipAddresses: { ipAddress: string; protocol: string }[];
      ports: number[];
      version: Timestamp;
    }
  | {
      eventType: 'instance_changed_event';
      instanceId: string;
      condition: string;
      runSpecId: string;
      agentId: string | null;
      host: string | null;
      runSpecVersion: Timestamp;
    }
  | {
      eventType: 'instance_health_changed_event';
      instanceId: string;
      runSpecId: string;
      healthy: boolean | null;
      runSpecVersion: Timestamp;
    }
  | { eventType: 'unknown_instance_terminated_event'; instanceId: string; runSpecId: string; condition: string }
  | { eventType: 'app_terminated_event'; appId: string }
  | { eventType: 'group_change_success'; groupId: string; version: Timestamp }
  | { eventType: 'group_change_failed'; groupId: string; version: Timestamp; reason: string }
  | { eventType: 'deployment_info' | 'deployment_step_success' | 'deployment_step_failure'; plan: Plan; currentStep: Plan['steps'][number] }
  | { eventType: 'deployment_success'; id: string; plan: Plan }
  | { eventType: 'deployment_failed'; id: string; plan: Plan; reason?: string }
  | { eventType: 'add_health_check_event'; appId: string; version: Timestamp; healthCheck: HealthCheckDefinition }
  | { eventType: 'remove_health_check_event'; appId: string }
  | { eventType: 'failed_health_check_event'; appId: string; taskId: string; healthCheck: HealthCheckDefinition }
  | { eventType: 'health_status_changed_event'; appId: string; instanceId: string; version: Timestamp; alive: boolean }
  | {
      eventType: 'unhealthy_instance_kill_event';
      appId: string;
      taskId: string;
      instanceId: string;
      version: Timestamp;
      reason: string;
      host: string;
      slaveId: string | null;
    }
  | { eventType: 'scheduler_registered_event' | 'scheduler_reregistered_event'; frameworkId?: string; master: string }
  | { eventType: 'scheduler_disconnected_event' }
  | { eventType: 'event_stream_attached' | 'event_stream_detached'; remoteAddress: string };

export type MarathonEvent = Body & { timestamp: Timestamp };
