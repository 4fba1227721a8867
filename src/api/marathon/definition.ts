import type { PodDefinition } from './pod-definition.ts';

/**
 * Marathon's objects in the form in which Marathon 1.10 keeps and prints them: defaults filled in, old spellings
 * (`uris`, `ports`, `ipAddress`, `container.docker.network`) already translated. Unset options are absent.
 * Memory and disk in MiB, durations in seconds, versions as `2016-04-26T09:00:00.000Z`.
 */
export type Timestamp = string;

export type EnvValue = string | { secret: string };

export interface FetchItem {
  uri: string;
  extract: boolean;
  executable: boolean;
  cache: boolean;
  destPath?: string;
}

export type Protocol = 'tcp' | 'udp' | 'udp,tcp';

export interface PortDefinition {
  port: number;
  protocol: Protocol;
  name?: string;
  labels?: Record<string, string>;
}

export interface PortMapping {
  containerPort: number;
  hostPort?: number;
  servicePort: number;
  protocol: Protocol;
  name?: string;
  labels: Record<string, string>;
  networkNames?: string[];
}

export type Network =
  | { mode: 'host' }
  | { mode: 'container/bridge'; labels?: Record<string, string> }
  | { mode: 'container'; name?: string; labels?: Record<string, string> };

export interface PersistentVolume {
  type: 'root' | 'path' | 'mount';
  size: number;
  maxSize?: number;
  profileName?: string;
  constraints?: string[][];
}

export interface ContainerVolume {
  containerPath: string;
  mode?: 'RO' | 'RW';
  hostPath?: string;
  persistent?: PersistentVolume;
  external?: { name?: string; provider?: string; options?: Record<string, string>; size?: number };
  secret?: string;
}

export interface DockerContainer {
  image: string;
  forcePullImage: boolean;
  privileged?: boolean;
  parameters?: { key: string; value: string }[];
  pullConfig?: { secret: string };
  credential?: { principal: string; secret?: string };
}

export interface Container {
  type: 'DOCKER' | 'MESOS';
  docker?: DockerContainer;
  volumes: ContainerVolume[];
  portMappings?: PortMapping[];
  linuxInfo?: unknown;
}

export type HealthCheckProtocol = 'HTTP' | 'HTTPS' | 'TCP' | 'COMMAND' | 'MESOS_HTTP' | 'MESOS_HTTPS' | 'MESOS_TCP';

export interface HealthCheckDefinition {
  protocol: HealthCheckProtocol;
  path?: string;
  portIndex?: number;
  port?: number;
  command?: { value: string };
  gracePeriodSeconds: number;
  intervalSeconds: number;
  timeoutSeconds: number;
  maxConsecutiveFailures: number;
  ignoreHttp1xx?: boolean;
  delaySeconds?: number;
  ipProtocol?: 'IPv4' | 'IPv6';
}

export interface ReadinessCheckDefinition {
  name: string;
  protocol: 'HTTP' | 'HTTPS';
  path: string;
  portName: string;
  intervalSeconds: number;
  timeoutSeconds: number;
  httpStatusCodesForReady: number[];
  preserveLastResponse: boolean;
}

export interface UpgradeStrategy {
  minimumHealthCapacity: number;
  maximumOverCapacity: number;
}

export type UnreachableStrategy = 'disabled' | { inactiveAfterSeconds: number; expungeAfterSeconds: number };

export interface VersionInfo {
  lastScalingAt: Timestamp;
  lastConfigChangeAt: Timestamp;
}

/**
 * What apps and pods have in common: all that placing and deploying their instances looks at. Amounts are those that one
 * instance takes as a whole.
 */
export interface RunSpecBase {
  id: string;
  instances: number;
  cpus: number;
  mem: number;
  disk: number;
  gpus: number;
  user?: string;
  /** `[field, operator, value?]` each. */
  constraints?: string[][];
  acceptedResourceRoles?: string[];
  role: string;
  backoffSeconds: number;
  backoffFactor: number;
  maxLaunchDelaySeconds: number;
  upgradeStrategy: UpgradeStrategy;
  unreachableStrategy: UnreachableStrategy;
  killSelection: 'YOUNGEST_FIRST' | 'OLDEST_FIRST';
  labels: Record<string, string>;
  networks: Network[];
  secrets?: Record<string, { source: string }>;
  version: Timestamp;
  versionInfo?: VersionInfo;
}

export interface AppDefinition extends RunSpecBase {
  cmd?: string;
  args?: string[];
  env?: Record<string, EnvValue>;
  executor: string;
  fetch?: FetchItem[];
  portDefinitions?: PortDefinition[];
  requirePorts: boolean;
  container?: Container;
  healthChecks?: HealthCheckDefinition[];
  readinessChecks?: ReadinessCheckDefinition[];
  check?: unknown;
  dependencies?: string[];
  residency?: { relaunchEscalationTimeoutSeconds: number; taskLostBehavior: string };
  taskKillGracePeriodSeconds?: number;
  tty?: boolean;
  executorResources?: { cpus: number; mem: number; disk: number };
  resourceLimits?: ResourceLimits;
}

export interface ResourceLimits {
  cpus?: number | 'unlimited';
  mem?: number | 'unlimited';
}

export interface GroupDefinition {
  id: string;
  apps: AppDefinition[];
  pods: PodDefinition[];
  groups: GroupDefinition[];
  dependencies: string[];
  version: Timestamp;
  enforceRole?: boolean;
}
