import type { Id, Label, Resource } from './resources.ts';

export const TASK_STATES = [
  'TASK_STAGING',
  'TASK_STARTING',
  'TASK_RUNNING',
  'TASK_KILLING',
  'TASK_FINISHED',
  'TASK_FAILED',
  'TASK_KILLED',
  'TASK_ERROR',
  'TASK_LOST',
  'TASK_DROPPED',
  'TASK_UNREACHABLE',
  'TASK_GONE',
  'TASK_GONE_BY_OPERATOR',
  'TASK_UNKNOWN',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

const TERMINAL: ReadonlySet<TaskState> = new Set<TaskState>([
  'TASK_FINISHED',
  'TASK_FAILED',
  'TASK_KILLED',
  'TASK_ERROR',
  'TASK_LOST',
  'TASK_DROPPED',
  'TASK_GONE',
  'TASK_GONE_BY_OPERATOR',
]);
/** A task in such a state never runs again. */
export const isTerminal = (state: TaskState): boolean => TERMINAL.has(state);

export interface EnvironmentVariable {
  name: string;
  value: string;
}

export interface CommandUri {
  value: string;
  executable?: boolean;
  extract?: boolean;
  cache?: boolean;
  output_file?: string;
}

/** `shell: true` runs `value` through `/bin/sh -c`; else `value` is the program and `arguments` its argv (argv[0] included). */
export interface CommandInfo {
  shell?: boolean;
  value?: string;
  arguments?: string[];
  user?: string;
  uris?: CommandUri[];
  environment?: { variables: EnvironmentVariable[] };
}

export interface PortMapping {
  host_port: number;
  container_port: number;
  protocol?: 'tcp' | 'udp';
}

export interface DockerInfo {
  image: string;
  network?: 'HOST' | 'BRIDGE' | 'NONE' | 'USER';
  port_mappings?: PortMapping[];
  privileged?: boolean;
  parameters?: { key: string; value: string }[];
  force_pull_image?: boolean;
}

export interface Volume {
  container_path: string;
  host_path?: string;
  /** A path within the sandbox: of the container itself, or of the executor around it (`PARENT`). */
  source?: { type: 'SANDBOX_PATH'; sandbox_path: { type: 'SELF' | 'PARENT'; path: string } };
  mode: 'RW' | 'RO';
}

export interface NetworkInfo {
  ip_addresses?: { protocol?: 'IPv4' | 'IPv6'; ip_address?: string }[];
  name?: string;
  port_mappings?: PortMapping[];
}

export interface ContainerInfo {
  type: 'DOCKER' | 'MESOS';
  docker?: DockerInfo;
  mesos?: { image?: { type: 'DOCKER' | 'APPC'; docker?: { name: string }; cached?: boolean } };
  volumes?: Volume[];
  network_infos?: NetworkInfo[];
  linux_info?: { share_cgroups: boolean };
}

export interface DiscoveryInfo {
  visibility: 'FRAMEWORK' | 'CLUSTER' | 'EXTERNAL';
  name?: string;
  ports?: { ports: { number: number; name?: string; protocol?: string; labels?: { labels: Label[] } }[] };
}

/** A check that the executor runs: COMMAND and the MESOS_* kinds of Marathon. Durations in seconds. */
export interface HealthCheck {
  type: 'COMMAND' | 'HTTP' | 'TCP';
  delay_seconds?: number;
  interval_seconds?: number;
  timeout_seconds?: number;
  grace_period_seconds?: number;
  consecutive_failures?: number;
  command?: CommandInfo;
  http?: { scheme?: string; port: number; path?: string };
  tcp?: { port: number };
}

/** The executor that runs the tasks of a group; its own resources are held as long as one of them lives. Frameworks' own programs (`CUSTOM`) are refused. */
export interface ExecutorInfo {
  type: 'DEFAULT' | 'CUSTOM' | 'UNKNOWN';
  executor_id: Id;
  framework_id?: Id;
  container?: ContainerInfo;
  resources: Resource[];
  labels?: { labels: Label[] };
}

export interface TaskInfo {
  name: string;
  task_id: Id;
  agent_id: Id;
  /** Only of tasks that were launched as a group. */
  executor?: ExecutorInfo;
  resources: Resource[];
  command?: CommandInfo;
  container?: ContainerInfo;
  health_check?: HealthCheck;
  kill_policy?: { grace_period?: { nanoseconds: number } };
  discovery?: DiscoveryInfo;
  labels?: { labels: Label[] };
}

export type TaskReason = `REASON_${string}`;
export type TaskSource = 'SOURCE_MASTER' | 'SOURCE_AGENT' | 'SOURCE_EXECUTOR';

export interface ContainerStatus {
  container_id?: Id;
  network_infos?: NetworkInfo[];
  executor_pid?: number;
}

export interface TaskStatus {
  task_id: Id;
  state: TaskState;
  /** Seconds since the epoch. */
  timestamp: number;
  source: TaskSource;
  reason?: TaskReason;
  message?: string;
  agent_id?: Id;
  executor_id?: Id;
  healthy?: boolean;
  /** Base64 of 16 bytes; an update with a uuid has to be acknowledged. */
  uuid?: string;
  container_status?: ContainerStatus;
  /** Ours: `SIMULATED` with the reason, where nothing real runs. */
  labels?: { labels: Label[] };
}
