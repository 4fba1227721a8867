import type { JobCounters, JobRun, JobSettings, RunState } from '../../api/chronos/job.ts';

/** Where Chronos keeps what it has to remember. */
export const COLLECTIONS = {
  framework: 'chronos/framework',
  jobs: 'chronos/jobs',
  runs: 'chronos/runs',
  /** Durations by job, which outlive the job. */
  durations: 'chronos/durations',
} as const;

/** When a scheduled job runs. */
export interface Timing {
  kind: 'scheduled';
  /** As it was written; kept until the first run. */
  schedule: string;
  timeZone: string;
  /** The clock that it follows: `timeZone`, or the offset that its start is written with. */
  clock: string;
  period: string;
  /** The first run of the schedule, in ms: later ones are counted from it. */
  firstAt: number;
  /** The number of the next run, counted from the first. */
  next: number;
  /** Runs that are left; undefined: endless. */
  left: number | undefined;
  /** A run has moved the start: the schedule is no longer told as it was written. */
  moved: boolean;
}

/** After which jobs a dependent one runs. */
export interface Parents {
  kind: 'dependent';
  parents: string[];
  /** Those of them that have succeeded since the last start of this job. */
  succeeded: string[];
}

/** A job as it is stored. Never changed in place: a change is a new record. */
export interface JobRecord {
  settings: JobSettings;
  counters: JobCounters;
  trigger: Timing | Parents;
}

/** A run as it is stored. Times in ms. */
export interface RunRecord {
  taskId: string;
  job: string;
  state: RunState;
  /** When it was due; part of the task's id. */
  dueAt: number;
  attempt: number;
  arguments: string;
  /** Since when it waits for an offer, or from when on: a failed run is tried again later. */
  queuedAt: number;
  /** Whether it is the last run of a schedule: its success disables the job. */
  last: boolean;
  launchedAt?: number;
  startedAt?: number;
  endedAt?: number;
  agentId?: string;
  host?: string;
  message?: string;
  exitCode?: number;
  /** It was told to end: the kill is sent again after a crash. */
  killed?: true;
  /** It ran for longer than the job allows and was killed for that. */
  overdue?: true;
  /** When the run that tries again is launched at the earliest. */
  retryAt?: number;
}

const OPEN: ReadonlySet<RunState> = new Set<RunState>(['queued', 'staging', 'running']);
export const isOpen = (run: RunRecord): boolean => OPEN.has(run.state);
export const isLaunched = (run: RunRecord): boolean => run.state === 'staging' || run.state === 'running';

export const timestamp = (at: number): string => new Date(at).toISOString();

/** Chronos' own form of task ids; a `;` of the arguments would end a shell's line. */
export const taskIdOf = ({ dueAt, attempt, job, arguments: args }: Pick<RunRecord, 'dueAt' | 'attempt' | 'job' | 'arguments'>): string =>
  `ct:${dueAt}:${attempt}:${job}:${args.replaceAll(';', '').replaceAll('/', '_')}`;

export function runJson(run: RunRecord): JobRun {
  const time = (at: number | undefined) => (at === undefined ? undefined : timestamp(at));
  return withoutUndefined({
    taskId: run.taskId,
    job: run.job,
    state: run.state,
    scheduled: timestamp(run.dueAt),
    launched: time(run.launchedAt),
    started: time(run.startedAt),
    finished: time(run.endedAt),
    attempt: run.attempt,
    arguments: run.arguments,
    agentId: run.agentId,
    host: run.host,
    exitCode: run.exitCode,
    message: run.message,
    retryAt: time(run.retryAt),
  });
}

function withoutUndefined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
