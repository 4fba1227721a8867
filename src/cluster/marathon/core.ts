import type { AppDefinition, GroupDefinition, Timestamp } from '../../api/marathon/definition.ts';
import type { PodDefinition } from '../../api/marathon/pod-definition.ts';
import type { RunSpec } from '../../api/marathon/run-spec.ts';
import type { MarathonEvent } from '../../api/marathon/events.ts';
import type { TaskState } from '../../api/mesos/task.ts';

/**
 * The line between Marathon's HTTP layer (`http/`) and its engine (everything else here). The HTTP layer reads bodies,
 * computes the wished root group and shapes answers; the engine decides, stores, acts and tells what happened.
 */
export interface MarathonCore {
  root(): GroupDefinition;
  /** The current definition; undefined for an unknown id, and for that of a pod. */
  app(id: string): AppDefinition | undefined;
  pod(id: string): PodDefinition | undefined;
  /** Stored versions of an app or pod, newest first. They outlive it. */
  versions(id: string): Timestamp[];
  appAt(id: string, version: Timestamp): AppDefinition | undefined;
  podAt(id: string, version: Timestamp): PodDefinition | undefined;
  /** Live instances of an app or pod, or of all. Oldest first. */
  instances(appId?: string): Instance[];
  lastTaskFailure(appId: string): TaskFailure | undefined;
  deployments(): Deployment[];
  /** Ids of the running deployments that touch an app or pod. */
  deploymentsOf(appId: string): string[];
  queue(): QueueEntry[];
  info(): MarathonInfo;

  /**
   * Makes `change(root)` the wished state. Service ports, versions and versionInfo are filled in here. Stored before it returns.
   * Throws AppLockedError when a running deployment touches the same apps and `force` is false.
   */
  update(change: (root: GroupDefinition) => GroupDefinition, options: UpdateOptions): Deployment;
  /** Makes a change that no deployment is needed for, since it concerns no app or pod. Versions stay. Stored before it returns. */
  adjust(change: (root: GroupDefinition) => GroupDefinition): void;
  /** The steps that `update` would take; nothing is changed. */
  dryRun(change: (root: GroupDefinition) => GroupDefinition): DeploymentStep[];
  /** Rolls a deployment back by a new one (returned), or with `force` just stops it (undefined). Throws DeploymentNotFoundError. */
  cancelDeployment(id: string, force: boolean): Deployment | undefined;
  /** Kills live tasks, a pod's together with all of its instance; unknown ids are passed over. Returns what the instances were. With `wipe` local volumes go too. */
  killTasks(taskIds: readonly string[], options: { wipe: boolean }): Instance[];
  /** Forgets the launch delay. False when the app or pod is not queued. */
  resetDelay(appId: string): boolean;

  publish(event: MarathonEvent): void;
  /** Every event from now on, in order. */
  onEvent(listener: (event: MarathonEvent) => void): () => void;
}

export interface UpdateOptions {
  force: boolean;
  /** Apps and pods whose instances are all to be replaced though their configuration stays the same (POST …/restart). */
  restart?: readonly string[];
}

export type InstanceCondition =
  | 'Scheduled'
  | 'Provisioned'
  | 'Staging'
  | 'Starting'
  | 'Running'
  | 'Unreachable'
  /** Unreachable for so long that another one takes its place (unreachableStrategy). */
  | 'UnreachableInactive'
  | 'Killing'
  | 'Killed'
  | 'Finished'
  | 'Failed'
  | 'Error'
  | 'Gone'
  | 'Dropped'
  | 'Unknown';

/** One wished copy of an app or pod and what is (or was last) run for it. */
export interface Instance {
  /** `redis.instance-<uuid>` */
  id: string;
  /** Of the app or pod. */
  appId: string;
  /** `redis.instance-<uuid>._app.<n>`, n counting launches. Of a pod the task of its first container. */
  taskId: string;
  /** The version of the app or pod that is run. */
  version: Timestamp;
  /** Of a pod's instance what follows from its tasks together. */
  condition: InstanceCondition;
  /** Since when it has that condition and health; absent in what was stored before it was kept. */
  since?: Timestamp;
  /** Of pods only: a task for each container, in their order, from the first launch on. */
  tasks?: ContainerTask[];
  /** undefined until the first status update, and for pods. */
  state?: TaskState;
  agentId?: string;
  host?: string;
  region?: string;
  zone?: string;
  hostPorts: number[];
  ipAddresses: { ipAddress: string; protocol: string }[];
  stagedAt?: Timestamp;
  startedAt?: Timestamp;
  health: HealthResult[];
  /** The role that resources are reserved for, for resident apps; the app may have another one since. */
  role?: string;
  /** For resident apps: what is reserved on the agent. */
  localVolumes: { runSpecId: string; containerPath: string; uuid: string; persistenceId: string }[];
}

/** The task of one container of a pod's instance. */
export interface ContainerTask {
  /** Of the container. */
  name: string;
  /** `pod.instance-<uuid>.<container>.<n>` */
  id: string;
  condition: InstanceCondition;
  state?: TaskState;
  healthy?: boolean;
  message?: string;
  stagedAt: Timestamp;
  startedAt?: Timestamp;
  /** Of those endpoints of the container that have one, in order. */
  hostPorts: number[];
  networks: { name?: string; addresses: string[] }[];
}

export interface HealthResult {
  instanceId: string;
  alive: boolean;
  consecutiveFailures: number;
  firstSuccess?: Timestamp;
  lastSuccess?: Timestamp;
  lastFailure?: Timestamp;
  lastFailureCause?: string;
}

export interface TaskFailure {
  appId: string;
  host: string;
  message: string;
  state: TaskState;
  taskId: string;
  timestamp: Timestamp;
  version: Timestamp;
  slaveId?: string;
}

export type DeploymentVerb = 'Start' | 'Stop' | 'Scale' | 'Restart';

export type DeploymentAction = { action: `${DeploymentVerb}Application`; app: string } | { action: `${DeploymentVerb}Pod`; pod: string };

export interface DeploymentStep {
  actions: DeploymentAction[];
}

export interface Deployment {
  id: string;
  version: Timestamp;
  affectedApps: string[];
  affectedPods: string[];
  steps: DeploymentStep[];
  /** Counts from 1. */
  currentStep: number;
  currentActions: (DeploymentAction & { readinessCheckResults: unknown[] })[];
}

/** Why an offer was not used, in the order in which it is judged (Marathon's NoOfferMatchReason). */
export const REJECT_REASONS = [
  'UnfulfilledRole',
  'UnfulfilledConstraint',
  'NoCorrespondingReservationFound',
  'AgentMaintenance',
  'InsufficientCpus',
  'InsufficientMemory',
  'InsufficientDisk',
  'InsufficientGpus',
  'InsufficientPorts',
  'DeclinedScarceResources',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export interface RejectSummary {
  reason: RejectReason;
  declined: number;
  processed: number;
}

export interface QueueEntry {
  spec: RunSpec;
  count: number;
  since: Timestamp;
  delay: { timeLeftSeconds: number; overdue: boolean };
  processedOffersCount: number;
  unusedOffersCount: number;
  lastUnusedOfferAt?: Timestamp;
  lastUsedOfferAt?: Timestamp;
  rejectSummaryLastOffers: RejectSummary[];
  rejectSummaryLaunchAttempt: RejectSummary[];
  lastUnusedOffers: { offer: unknown; reason: RejectReason[]; timestamp: Timestamp }[];
}

export interface MarathonInfo {
  frameworkId?: string;
  leader: string;
  elected: boolean;
}

export class AppLockedError extends Error {
  override name = 'AppLockedError';
  readonly deployments: string[];
  constructor(deployments: string[]) {
    super('App is locked by one or more deployments.');
    this.deployments = deployments;
  }
}

export class DeploymentNotFoundError extends Error {
  override name = 'DeploymentNotFoundError';
  constructor(id: string) {
    super(`DeploymentPlan ${id} does not exist`);
  }
}
