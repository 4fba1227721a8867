import type { AppDefinition, GroupDefinition, Timestamp } from '../../api/marathon/definition.ts';
import type { MarathonEvent } from '../../api/marathon/events.ts';
import type { TaskState } from '../../api/mesos/task.ts';

/**
 * The line between Marathon's HTTP layer (`http/`) and its engine (everything else here). The HTTP layer reads bodies,
 * computes the wished root group and shapes answers; the engine decides, stores, acts and tells what happened.
 */
export interface MarathonCore {
  root(): GroupDefinition;
  /** The current definition; undefined for an unknown id. */
  app(id: string): AppDefinition | undefined;
  /** Stored versions of an app, newest first. They outlive the app. */
  versions(id: string): Timestamp[];
  appAt(id: string, version: Timestamp): AppDefinition | undefined;
  /** Live instances of an app, or of all apps. Oldest first. */
  instances(appId?: string): Instance[];
  lastTaskFailure(appId: string): TaskFailure | undefined;
  deployments(): Deployment[];
  /** Ids of the running deployments that touch an app. */
  deploymentsOf(appId: string): string[];
  queue(): QueueEntry[];
  info(): MarathonInfo;

  /**
   * Makes `change(root)` the wished state. Service ports, versions and versionInfo are filled in here. Stored before it returns.
   * Throws AppLockedError when a running deployment touches the same apps and `force` is false.
   */
  update(change: (root: GroupDefinition) => GroupDefinition, options: UpdateOptions): Deployment;
  /** The steps that `update` would take; nothing is changed. */
  dryRun(change: (root: GroupDefinition) => GroupDefinition): DeploymentStep[];
  /** Rolls a deployment back by a new one (returned), or with `force` just stops it (undefined). Throws DeploymentNotFoundError. */
  cancelDeployment(id: string, force: boolean): Deployment | undefined;
  /** Kills live tasks; unknown ids are passed over. Returns what the tasks were. With `wipe` local volumes go too. */
  killTasks(taskIds: readonly string[], options: { wipe: boolean }): Instance[];
  /** Forgets the launch delay. False when the app is not queued. */
  resetDelay(appId: string): boolean;

  publish(event: MarathonEvent): void;
  /** Every event from now on, in order. */
  onEvent(listener: (event: MarathonEvent) => void): () => void;
}

export interface UpdateOptions {
  force: boolean;
  /** Apps whose instances are all to be replaced though their configuration stays the same (POST …/restart). */
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

/** One wished copy of an app and the task that is (or was last) run for it. */
export interface Instance {
  /** `redis.instance-<uuid>` */
  id: string;
  appId: string;
  /** `redis.instance-<uuid>._app.<n>`, n counting launches. */
  taskId: string;
  /** The app version that the task runs. */
  version: Timestamp;
  condition: InstanceCondition;
  /** undefined until the first status update. */
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
  /** For resident apps: what is reserved on the agent. */
  localVolumes: { runSpecId: string; containerPath: string; uuid: string; persistenceId: string }[];
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

export type DeploymentActionName = 'StartApplication' | 'StopApplication' | 'ScaleApplication' | 'RestartApplication';

export interface DeploymentStep {
  actions: { action: DeploymentActionName; app: string }[];
}

export interface Deployment {
  id: string;
  version: Timestamp;
  affectedApps: string[];
  steps: DeploymentStep[];
  /** Counts from 1. */
  currentStep: number;
  currentActions: { action: DeploymentActionName; app: string; readinessCheckResults: unknown[] }[];
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
  app: AppDefinition;
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
