import type { Label } from './resources.ts';
import type { ContainerInfo, ContainerStatus, DiscoveryInfo, ExecutorInfo, HealthCheck, TaskState } from './task.ts';

/**
 * The JSON of Mesos' endpoints before v1: `/state`, `/state-summary`, `/slaves`, `/frameworks`, `/tasks`, `/roles` of the master and
 * `/state`, `/containers` of an agent. Times are seconds since the epoch, mem and disk MB. The old names stay: `slaves`, `slave_id`.
 */

/** `ports` as text, absent when there are none: `[31000-31005, 31010-31010]`. */
export interface ResourcesJson {
  disk: number;
  mem: number;
  gpus: number;
  cpus: number;
  ports?: string;
}

export const COUNTED_STATES = [
  'TASK_STAGING',
  'TASK_STARTING',
  'TASK_RUNNING',
  'TASK_KILLING',
  'TASK_FINISHED',
  'TASK_KILLED',
  'TASK_FAILED',
  'TASK_LOST',
  'TASK_ERROR',
  'TASK_UNREACHABLE',
] as const satisfies readonly TaskState[];
export type TaskCounters = Record<(typeof COUNTED_STATES)[number], number>;

export interface TaskStatusJson {
  state: TaskState;
  timestamp: number;
  healthy?: boolean;
  labels?: Label[];
  container_status?: ContainerStatus;
}

export interface TaskJson {
  id: string;
  name: string;
  framework_id: string;
  /** Empty for command and Docker tasks. */
  executor_id: string;
  slave_id: string;
  state: TaskState;
  resources: ResourcesJson;
  role: string;
  /** Oldest first. */
  statuses: TaskStatusJson[];
  labels?: Label[];
  discovery?: DiscoveryInfo;
  container?: ContainerInfo;
  health_check?: HealthCheck;
  /** Whom it runs as, where the framework says so. */
  user?: string;
}

export interface BuildJson {
  version: string;
  build_date: string;
  build_time: number;
  build_user: string;
}

/** An operator wants the agent empty; with `mark_gone` it is given up then. */
export interface DrainInfoJson {
  state: 'DRAINING' | 'DRAINED';
  config: { max_grace_period?: { nanoseconds: number }; mark_gone: boolean };
}

export interface SlaveJson {
  id: string;
  hostname: string;
  port: number;
  attributes: Record<string, string | number>;
  pid: string;
  registered_time: number;
  reregistered_time?: number;
  resources: ResourcesJson;
  used_resources: ResourcesJson;
  offered_resources: ResourcesJson;
  reserved_resources: Record<string, ResourcesJson>;
  unreserved_resources: ResourcesJson;
  active: boolean;
  deactivated: boolean;
  drain_info?: DrainInfoJson;
  estimated_drain_start_time_seconds?: number;
  version: string;
  capabilities: string[];
}

export interface FrameworkSummaryJson {
  id: string;
  name: string;
  pid?: string;
  used_resources: ResourcesJson;
  offered_resources: ResourcesJson;
  capabilities: string[];
  hostname: string;
  webui_url: string;
  active: boolean;
  connected: boolean;
  recovered: boolean;
}

export interface OfferJson {
  id: string;
  framework_id: string;
  allocation_info: { role: string };
  slave_id: string;
  resources: ResourcesJson;
}

export interface FrameworkJson extends FrameworkSummaryJson {
  user: string;
  failover_timeout: number;
  checkpoint: boolean;
  registered_time: number;
  /** 0 while it is registered. */
  unregistered_time: number;
  reregistered_time?: number;
  principal?: string;
  resources: ResourcesJson;
  role?: string;
  roles?: string[];
  offer_constraints: Record<string, never>;
  tasks: TaskJson[];
  unreachable_tasks: TaskJson[];
  completed_tasks: TaskJson[];
  offers: OfferJson[];
  executors: MasterExecutorJson[];
  labels?: Label[];
}

export interface StateSummaryJson {
  hostname: string;
  cluster?: string;
  slaves: (SlaveJson & TaskCounters & { framework_ids: string[] })[];
  frameworks: (FrameworkSummaryJson & TaskCounters & { slave_ids: string[] })[];
}

export interface MasterStateJson extends BuildJson {
  start_time: number;
  elected_time: number;
  id: string;
  pid: string;
  hostname: string;
  capabilities: string[];
  activated_slaves: number;
  deactivated_slaves: number;
  unreachable_slaves: number;
  leader: string;
  leader_info: { id: string; pid: string; port: number; hostname: string };
  cluster: string;
  flags: Record<string, string>;
  slaves: SlaveJson[];
  recovered_slaves: Partial<SlaveJson>[];
  frameworks: FrameworkJson[];
  completed_frameworks: FrameworkJson[];
  orphan_tasks: TaskJson[];
  unregistered_frameworks: string[];
}

export interface RoleJson {
  name: string;
  weight: number;
  quota: { role: string; guarantee: Record<string, number>; limit: Record<string, number>; consumed: Record<string, number> };
  resources: Partial<ResourcesJson>;
  allocated: Partial<ResourcesJson>;
  offered: Partial<ResourcesJson>;
  reserved: Record<string, number>;
  frameworks: string[];
}

/** An executor of a task group as the master lists it. */
export interface MasterExecutorJson {
  executor_id: string;
  name: string;
  framework_id: string;
  command: { argv: string[]; uris: unknown[] };
  resources: ResourcesJson;
  role: string;
  labels: Label[];
  type: ExecutorInfo['type'];
  slave_id: string;
}

export interface ExecutorJson {
  id: string;
  name: string;
  source: string;
  /** Id of the container that it runs in. */
  container: string;
  /** Absolute path of the sandbox. */
  directory: string;
  resources: ResourcesJson;
  role: string;
  /** Of a task group's executor. */
  type?: 'DEFAULT';
  labels?: Label[];
  tasks: TaskJson[];
  queued_tasks: Omit<TaskJson, 'state' | 'statuses'>[];
  completed_tasks: TaskJson[];
}

export interface AgentFrameworkJson {
  id: string;
  name: string;
  user: string;
  failover_timeout: number;
  checkpoint: boolean;
  hostname: string;
  principal?: string;
  roles: string[];
  executors: ExecutorJson[];
  completed_executors: ExecutorJson[];
}

/** One file of `/files/browse`. */
export interface FileInfoJson {
  /** Full path, with the same prefix as was asked for. */
  path: string;
  /** Like `-rw-r--r--`. */
  mode: string;
  nlink: number;
  size: number;
  /** Seconds since the epoch. */
  mtime: number;
  uid: string;
  gid: string;
}
