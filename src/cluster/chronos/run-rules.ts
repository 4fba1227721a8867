import type { TaskState } from '../../api/mesos/task.ts';
import type { JobCounters, JobStatus, RunState } from '../../api/chronos/job.ts';
import { isOpen, type JobRecord, type RunRecord, taskIdOf, timestamp } from './state.ts';

/** Chronos' `failure_retry`: how long after a failure a run is tried again, in ms. */
export const RETRY_MS = 60_000;

/**
 * A new run, waiting for an offer. `last`: the schedule has no further one. `others`: the runs of the job that are known; where
 * one of them was due in the same millisecond the new one is due in the next, since the moment is what tells their tasks apart.
 */
export function newRun(
  job: JobRecord,
  { dueAt, now, last, args = '', others }: { dueAt: number; now: number; last: boolean; args?: string; others: readonly RunRecord[] },
): RunRecord {
  const parts = { dueAt: freeMoment(others, dueAt), attempt: 0, job: job.settings.name, arguments: args };
  return { taskId: taskIdOf(parts), ...parts, state: 'queued', queuedAt: now, last };
}

function freeMoment(runs: readonly RunRecord[], from: number): number {
  const used = new Set(runs.map(({ dueAt }) => dueAt));
  let at = from;
  while (used.has(at)) at += 1;
  return at;
}

/** Whether a run may begin now: there is one at a time unless the job is concurrent, and never two that wait. */
export function mayBegin(job: JobRecord, runs: Iterable<RunRecord>): boolean {
  if (job.settings.disabled) return false;
  const open = [...runs].filter(isOpen);
  return job.settings.concurrent ? open.every(({ state }) => state !== 'queued') : open.length === 0;
}

/** What a status of its task makes of a run. */
export function runStateOf(state: TaskState): RunState {
  switch (state) {
    case 'TASK_STAGING':
    case 'TASK_STARTING':
      return 'staging';
    case 'TASK_RUNNING':
    case 'TASK_KILLING':
    case 'TASK_UNREACHABLE':
    case 'TASK_UNKNOWN':
      return 'running';
    case 'TASK_FINISHED':
      return 'success';
    case 'TASK_KILLED':
      return 'killed';
    default:
      return 'failure';
  }
}

export interface Ending {
  job: JobRecord;
  run: RunRecord;
  /** The run that tries again. */
  retry?: RunRecord;
  /** Children may run: it succeeded, or it failed for good and its errors are soft. */
  triggers: boolean;
}

/**
 * What the end of a run makes of it and of its job (recorded): a success disables a job whose schedule is used up, a failure
 * counts only when nothing is tried again, and a kill counts as nothing at all. `run` has ended: its `endedAt` is set.
 */
export function ended(job: JobRecord, run: RunRecord, disableAfterFailures = 0): Ending {
  const at = run.endedAt ?? 0;
  if (run.state === 'killed' && run.overdue === undefined) return { job, run, triggers: false };
  if (run.state === 'success') {
    const counters = {
      ...job.counters,
      successCount: job.counters.successCount + 1,
      lastSuccess: timestamp(at),
      errorsSinceLastSuccess: 0,
    };
    const usedUp = run.last && job.trigger.kind === 'scheduled' && job.trigger.left === 0;
    return { job: { ...job, counters, settings: usedUp ? { ...job.settings, disabled: true } : job.settings }, run, triggers: true };
  }
  const failed: RunRecord = { ...run, state: 'failure' };
  if (run.attempt < job.settings.retries) {
    const retry = retryOf(failed, at + RETRY_MS);
    return { job, run: { ...failed, retryAt: retry.queuedAt }, retry, triggers: false };
  }
  const counters = {
    ...job.counters,
    errorCount: job.counters.errorCount + 1,
    lastError: timestamp(at),
    errorsSinceLastSuccess: job.counters.errorsSinceLastSuccess + 1,
  };
  const tooMany = disableAfterFailures > 0 && counters.errorsSinceLastSuccess >= disableAfterFailures;
  return {
    job: { ...job, counters, settings: tooMany ? { ...job.settings, disabled: true } : job.settings },
    run: failed,
    triggers: job.settings.softError,
  };
}

function retryOf({ dueAt, attempt, job, arguments: args, last }: RunRecord, queuedAt: number): RunRecord {
  const parts = { dueAt, attempt: attempt + 1, job, arguments: args };
  return { taskId: taskIdOf(parts), ...parts, state: 'queued', queuedAt, last };
}

/** The later of the last success and the last error decides. */
export function statusOf({ lastSuccess, lastError }: JobCounters): JobStatus {
  if (lastSuccess === '' && lastError === '') return 'fresh';
  return lastSuccess > lastError ? 'success' : 'failure';
}

/** `idle`, `queued`, or how many run. */
export function stateText(runs: Iterable<RunRecord>): string {
  const open = [...runs].filter(isOpen);
  const launched = open.filter(({ state }) => state !== 'queued').length;
  if (launched > 0) return `${launched} running`;
  return open.length > 0 ? 'queued' : 'idle';
}
