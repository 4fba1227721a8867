import type { MoreValues } from './more-fields.ts';

/**
 * The Create Application form. Numbers stay as typed, so that what is no number can be shown and corrected.
 * The form is a view of an app document (the JSON that is sent): see form-of-document.ts and document-of-form.ts.
 */
export interface AppFormValues extends MoreValues {
  id: string;
  cpus: string;
  /** MiB. */
  mem: string;
  /** MiB. */
  disk: string;
  instances: string;
  cmd: string;
  image: string;
  network: NetworkChoice;
  /** For the network "user": names of container networks, with commas between them. */
  networkName: string;
  forcePullImage: boolean;
  privileged: boolean;
  parameters: ParameterRow[];
  /** What runs the container: Docker's daemon or Mesos itself. */
  containerizer: 'DOCKER' | 'MESOS';
  ports: PortRow[];
  requirePorts: boolean;
  env: PairRow[];
  labels: PairRow[];
  healthChecks: HealthCheckRow[];
  readinessChecks: ReadinessRow[];
  volumes: VolumeRow[];
  fetch: FetchRow[];
  /** Empty: Marathon's default. */
  unreachable: '' | 'disabled' | 'custom';
}

type Origin = Readonly<Record<string, unknown>>;

export interface PairRow {
  key: string;
  value: string;
  /** What the document has in the place of a text, such as a reference to a secret. */
  kept?: unknown;
}

/** Durations in seconds. `origin` here and below: the item as it was in the document, whose other fields are kept. */
export interface HealthCheckRow {
  protocol: string;
  path: string;
  command: string;
  portType: 'index' | 'number';
  port: string;
  gracePeriodSeconds: string;
  intervalSeconds: string;
  timeoutSeconds: string;
  maxConsecutiveFailures: string;
  ignoreHttp1xx: boolean;
  origin: Origin;
}

export interface ReadinessRow {
  protocol: string;
  path: string;
  portName: string;
  intervalSeconds: string;
  timeoutSeconds: string;
  origin: Origin;
}

export type VolumeKind = 'host' | 'persistent' | 'external' | 'other';

export interface VolumeRow {
  kind: VolumeKind;
  containerPath: string;
  hostPath: string;
  mode: string;
  /** MiB. */
  size: string;
  name: string;
  origin: Origin;
}

export interface FetchRow {
  uri: string;
  extract: boolean;
  executable: boolean;
  cache: boolean;
  origin: Origin;
}

export type NetworkChoice = 'host' | 'bridge' | 'user';

export interface ParameterRow {
  key: string;
  value: string;
}

export interface PortRow {
  /** On the host's network the service port (0: Marathon chooses), else the container's port. */
  port: string;
  protocol: string;
  name: string;
  /** `name:port` by which the load balancer inside the cluster knows it: the label VIP_0. */
  vip: string;
  /** Of a mapped port; empty: Marathon chooses. */
  hostPort: string;
  /** Of a mapped port: its number at load balancers. */
  servicePort: string;
  /** The port as it was in the document: what the form does not show is kept. */
  origin: Readonly<Record<string, unknown>>;
}

export const emptyParameter: ParameterRow = { key: '', value: '' };
export const emptyPair: PairRow = { key: '', value: '' };
export const newPort: PortRow = { port: '0', protocol: 'tcp', name: '', vip: '', hostPort: '', servicePort: '', origin: {} };

/** The app document: Marathon's JSON, with whatever fields it has. */
export type AppDocument = Readonly<Record<string, unknown>>;

/** What *New Application* starts from. `groupId` is the group that was being looked at. */
export function newDocument(groupId: string): AppDocument {
  return { id: groupId === '/' ? '' : `${groupId}/`, cpus: 1, mem: 128, disk: 0, instances: 1 };
}
