/** A job of Chronos 3 as its API prints it, in the order of its keys. Memory and disk in MB, times in ISO 8601, empty for never. */

export interface JobFetch {
  uri: string;
  executable: boolean;
  cache: boolean;
  extract: boolean;
  output_file?: string;
}

export interface JobParameter {
  key: string;
  value: string;
}

export interface JobVolume {
  hostPath?: string;
  containerPath: string;
  mode: 'RO' | 'RW';
}

export const CONTAINER_TYPES = ['DOCKER', 'MESOS'] as const;
export const CONTAINER_NETWORKS = ['HOST', 'BRIDGE', 'USER'] as const;

export interface JobContainer {
  type: (typeof CONTAINER_TYPES)[number];
  image: string;
  network: (typeof CONTAINER_NETWORKS)[number];
  networkName?: string;
  networkInfos: unknown[];
  volumes: JobVolume[];
  forcePullImage: boolean;
  parameters: JobParameter[];
}

export const CONSTRAINT_OPERATORS = ['EQUALS', 'LIKE', 'UNLIKE'] as const;
/** `[attribute, operator, value]`. */
export type JobConstraint = [attribute: string, operator: (typeof CONSTRAINT_OPERATORS)[number], value: string];

/** What a user says about a job, whenever it runs. */
export interface JobSettings {
  name: string;
  command: string;
  shell: boolean;
  executor: string;
  executorFlags: string;
  taskInfoData: string;
  /** How often a failed run is tried again, 60 s apart. */
  retries: number;
  owner: string;
  ownerName: string;
  description: string;
  cpus: number;
  disk: number;
  mem: number;
  disabled: boolean;
  /** Children run even when it has failed for good. */
  softError: boolean;
  dataProcessingJobType: boolean;
  fetch: JobFetch[];
  uris: string[];
  environmentVariables: { name: string; value: string }[];
  arguments: string[];
  highPriority: boolean;
  runAsUser: string;
  /** A run may start while another one is still running. */
  concurrent: boolean;
  /** Seconds after which a run is ended; 0: never. */
  maxCompletionTime: number;
  container?: JobContainer;
  constraints: JobConstraint[];
}

export interface JobCounters {
  successCount: number;
  errorCount: number;
  lastSuccess: string;
  lastError: string;
  errorsSinceLastSuccess: number;
}

/** When it runs: by the clock, or after other jobs. */
export type JobTrigger = { schedule: string; scheduleTimeZone: string } | { parents: string[] };

export type ChronosJob = JobSettings & JobCounters & JobTrigger;

export type JobStatus = 'fresh' | 'success' | 'failure';

/** One line of `jobs/summary`. `state`: `idle`, `queued` or `2 running`; `schedule` is empty for a job with parents. */
export interface JobSummary {
  name: string;
  status: JobStatus;
  state: string;
  schedule: string;
  parents: string[];
  disabled: boolean;
}

/** Durations of the runs that succeeded, in milliseconds. */
export interface JobHistogram {
  '75thPercentile': number;
  '95thPercentile': number;
  '98thPercentile': number;
  '99thPercentile': number;
  median: number;
  mean: number;
  count: number;
}

export type RunState = 'queued' | 'staging' | 'running' | 'success' | 'failure' | 'killed';

/** One run of a job, as `job/runs/{name}` of ours tells it, newest first. Times in ISO 8601, absent before they come. */
export interface JobRun {
  taskId: string;
  job: string;
  state: RunState;
  /** The moment it was due, or was asked for. */
  scheduled: string;
  /** When its task was handed to Mesos. */
  launched?: string;
  started?: string;
  finished?: string;
  /** 0 for the first. */
  attempt: number;
  arguments: string;
  agentId?: string;
  host?: string;
  /** Of a command that ended by itself. */
  exitCode?: number;
  message?: string;
  /** A failed run that will be tried again, and when. */
  retryAt?: string;
}
