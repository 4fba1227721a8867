import type { ChronosJob, JobStatus, JobSummary } from '../../../api/chronos/job.ts';
import { nextRunOf } from './next-run.ts';

export type StateKind = 'idle' | 'queued' | 'running';

/** A job as the list shows it. */
export interface JobRow {
  name: string;
  status: JobStatus;
  state: StateKind;
  /** How many runs go on. */
  running: number;
  disabled: boolean;
  /** Undefined until the whole job was read. */
  job: ChronosJob | undefined;
  command: string;
  parents: string[];
  /** Milliseconds since the epoch. */
  nextRun: number | undefined;
  zone: string;
  runs: number;
  /** Share of the runs that succeeded, 0 to 1; undefined before the first. */
  ratio: number | undefined;
  /** Seconds; undefined before the first success. */
  median: number | undefined;
  tail: number | undefined;
}

export interface JobFacts {
  summaries: readonly JobSummary[];
  jobs: readonly ChronosJob[];
  medians: Record<string, number>;
  tails: Record<string, number>;
}

/** The summary says what goes on and comes often; the other lists say the rest and may lag behind. */
export function jobRows({ summaries, jobs, medians, tails }: JobFacts, now: number): JobRow[] {
  const known = new Map(jobs.map((job) => [job.name, job]));
  return summaries.map((summary) => {
    const job = known.get(summary.name);
    const runs = (job?.successCount ?? 0) + (job?.errorCount ?? 0);
    const { kind, running } = stateOf(summary.state);
    return {
      name: summary.name,
      status: summary.status,
      state: kind,
      running,
      disabled: summary.disabled,
      job,
      command: job?.command ?? '',
      parents: summary.parents,
      nextRun: job && nextRunOf(job, now),
      zone: (job && 'schedule' in job && job.scheduleTimeZone) || 'UTC',
      runs,
      ratio: job && runs > 0 ? job.successCount / runs : undefined,
      median: medians[summary.name] || undefined,
      tail: tails[summary.name] || undefined,
    };
  });
}

/** `idle`, `queued` or `2 running`. */
function stateOf(text: string): { kind: StateKind; running: number } {
  const running = Number(/^(\d+) running$/.exec(text)?.[1] ?? 0);
  return running > 0 ? { kind: 'running', running } : { kind: text === 'queued' ? 'queued' : 'idle', running: 0 };
}

export type CounterName = JobStatus | StateKind;

export function countJobs(rows: readonly JobRow[]): Record<CounterName, number> {
  const counts: Record<CounterName, number> = { success: 0, failure: 0, fresh: 0, running: 0, queued: 0, idle: 0 };
  for (const { status, state } of rows) {
    counts[status]++;
    counts[state]++;
  }
  return counts;
}

export const JOB_KINDS = ['all', 'scheduled', 'dependent', 'disabled'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export interface JobFilter {
  /** A status or a state. */
  counter: CounterName | undefined;
  kind: JobKind;
}

export function matchesJob(row: JobRow, { counter, kind }: JobFilter): boolean {
  if (counter !== undefined && row.status !== counter && row.state !== counter) return false;
  if (kind === 'disabled' && !row.disabled) return false;
  if (kind === 'scheduled' && row.parents.length > 0) return false;
  return kind !== 'dependent' || row.parents.length > 0;
}
