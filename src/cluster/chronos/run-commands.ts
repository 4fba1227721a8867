import type { Clock } from '../kernel/clock.ts';
import { noSuchJob } from './errors.ts';
import type { JobBook } from './job-book.ts';
import { mayBegin, newRun } from './run-rules.ts';
import type { RunTracker } from './run-tracker.ts';
import type { Scheduler } from './scheduler.ts';
import { isLaunched, type JobRecord, type RunRecord, timestamp } from './state.ts';
import { taken } from './timing.ts';

/** What users do with runs. Each is stored when it returns; errors are ChronosErrors, and StoreError when it cannot be stored. */
export interface RunCommands {
  /** Runs a job now, with arguments after its own. A disabled job, or one that is running and not concurrent, stays as it is. */
  runNow: (name: string, args: string) => void;
  /** Counts a success without a run, and its children run. False for a job that is not there. */
  markSuccess: (name: string) => boolean;
  /** Ends its runs; nothing is counted and nothing tried again. */
  killRuns: (name: string) => void;
}

export interface CommandParts {
  clock: Clock;
  book: JobBook;
  scheduler: Scheduler;
  tracker: RunTracker;
}

export function createRunCommands({ clock, book, scheduler, tracker }: CommandParts): RunCommands {
  const jobCalled = (name: string): JobRecord => {
    const job = book.jobs().get(name);
    if (!job) throw noSuchJob(name);
    return job;
  };
  return {
    runNow(name, args) {
      const job = jobCalled(name);
      if (!mayBegin(job, book.openOf(name))) return;
      const now = clock.now();
      const trigger = job.trigger.kind === 'scheduled' ? taken(job.trigger) : job.trigger;
      const last = trigger.kind === 'scheduled' && trigger.left === 0;
      book.save({ jobs: [{ ...job, trigger }], runs: [newRun(job, { dueAt: now, now, last, args, others: book.runs(name) })] }, now);
      scheduler.review();
    },
    markSuccess(name) {
      const job = book.jobs().get(name);
      if (!job) return false;
      const now = clock.now();
      const { successCount } = job.counters;
      const counters = { ...job.counters, successCount: successCount + 1, lastSuccess: timestamp(now), errorsSinceLastSuccess: 0 };
      const children = tracker.triggered(name, now);
      book.save({ jobs: [{ ...job, counters }, ...children.jobs], runs: children.runs }, now);
      scheduler.review();
      return true;
    },
    killRuns(name) {
      const job = jobCalled(name);
      const { marked, dropped } = stopped(book, name);
      const now = clock.now();
      // What has become due by its parents meanwhile is not what was to be ended.
      const next = tracker.begunWhenReady(job, now, dropped);
      book.save({ jobs: [next.job], runs: [...marked, ...next.runs], dropped }, now);
      scheduler.kill(marked);
      scheduler.review();
    },
  };
}

/** A job's launched runs, marked before they are killed so that it is done again if it gets lost; those that wait just go. */
export function stopped(book: JobBook, name: string): { marked: RunRecord[]; dropped: RunRecord[] } {
  const open = book.openOf(name);
  return {
    marked: open.filter(isLaunched).map((run) => ({ ...run, killed: true })),
    dropped: open.filter((run) => !isLaunched(run)),
  };
}
