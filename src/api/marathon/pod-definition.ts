import type { EnvValue, FetchItem, ResourceLimits, RunSpecBase } from './definition.ts';

/**
 * A pod in the form in which the cluster keeps it: what it has in common with apps under the names that apps use (a pod's
 * `scheduling` and `scaling` spread out), the rest as Marathon 1.10 prints it. Unset options are absent.
 */
export interface PodDefinition extends RunSpecBase {
  environment?: Record<string, EnvValue>;
  containers: PodContainer[];
  volumes?: PodVolume[];
  /** What the executor around the containers takes for itself. */
  executorResources: { cpus: number; mem: number; disk: number };
  legacySharedCgroups?: boolean;
  linuxInfo?: unknown;
}

export interface PodContainer {
  name: string;
  exec?: { command: PodCommand; overrideEntrypoint?: boolean };
  resources: { cpus: number; mem: number; disk: number; gpus: number };
  resourceLimits?: ResourceLimits;
  endpoints?: PodEndpoint[];
  image?: { kind: 'DOCKER' | 'APPC'; id: string; forcePull?: boolean; labels?: Record<string, string>; pullConfig?: { secret: string } };
  environment?: Record<string, EnvValue>;
  user?: string;
  healthCheck?: PodHealthCheck;
  check?: unknown;
  volumeMounts?: { name: string; mountPath: string; readOnly?: boolean }[];
  artifacts?: FetchItem[];
  labels?: Record<string, string>;
  lifecycle?: { killGracePeriodSeconds?: number };
  tty?: boolean;
  linuxInfo?: unknown;
}

export type PodCommand = { shell: string } | { argv: string[] };

/** A port. `hostPort` 0 is any; without one the port is reached at the pod's own address only. `containerPort` 0 is the host port's number. */
export interface PodEndpoint {
  name: string;
  containerPort?: number;
  hostPort?: number;
  protocol?: string[];
  labels?: Record<string, string>;
  networkNames?: string[];
}

/** Made by the executor; just one of `http`, `tcp` and `exec`. */
export interface PodHealthCheck {
  http?: { endpoint: string; path?: string; scheme: 'HTTP' | 'HTTPS' };
  tcp?: { endpoint: string };
  exec?: { command: PodCommand };
  gracePeriodSeconds: number;
  intervalSeconds: number;
  timeoutSeconds: number;
  maxConsecutiveFailures: number;
  delaySeconds: number;
}

/** Shared by the containers that mount it: a directory of the host, of the pod (when it is neither of the others), or one that outlives it. */
export interface PodVolume {
  name: string;
  host?: string;
  persistent?: { type?: 'root' | 'path' | 'mount'; size: number; maxSize?: number; profileName?: string; constraints?: string[][] };
  secret?: string;
}
