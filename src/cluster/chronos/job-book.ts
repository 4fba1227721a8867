import { limits } from '../kernel/limits.ts';
import type { Store, StoreWrite } from '../kernel/store.ts';
import type { Jobs } from './job-graph.ts';
import { COLLECTIONS, isOpen, type JobRecord, type RunRecord } from './state.ts';
import { DURATIONS_KEPT } from './statistics.ts';

const DAY_MS = 86_400_000;

/** What changes together: stored as a whole or not at all. */
export interface BookChange {
  jobs?: readonly JobRecord[];
  /** Names of jobs that are gone. */
  removed?: readonly string[];
  runs?: readonly RunRecord[];
  /** Runs that leave no trace: they were never launched, or their job is gone. */
  dropped?: readonly RunRecord[];
  /** How long a run took, in ms. */
  took?: { job: string; ms: number };
}

/** All jobs and runs, in memory and in the store. */
export interface JobBook {
  jobs: () => Jobs;
  /** Runs of a job, newest first. */
  runs: (job: string) => RunRecord[];
  run: (taskId: string) => RunRecord | undefined;
  /** Runs that have not ended, of all jobs, oldest first. */
  open: () => Iterable<RunRecord>;
  openOf: (job: string) => RunRecord[];
  durations: (job: string) => readonly number[];
  /** Throws StoreError when it cannot be stored; then nothing has changed. */
  save: (change: BookChange, now: number) => void;
}

export function createJobBook(store: Store): JobBook {
  const jobs = new Map(store.list<JobRecord>(COLLECTIONS.jobs));
  const runs = new Map<string, Map<string, RunRecord>>();
  const open = new Map<string, RunRecord>();
  const durations = new Map(store.list<number[]>(COLLECTIONS.durations));

  const put = (run: RunRecord): void => {
    let ofJob = runs.get(run.job);
    if (!ofJob) runs.set(run.job, (ofJob = new Map()));
    ofJob.set(run.taskId, run);
    if (isOpen(run)) open.set(run.taskId, run);
    else open.delete(run.taskId);
  };
  const drop = ({ job, taskId }: RunRecord): void => {
    runs.get(job)?.delete(taskId);
    open.delete(taskId);
  };
  const stored = store.list<RunRecord>(COLLECTIONS.runs).map(([, run]) => run);
  for (const run of stored.sort((a, b) => a.queuedAt - b.queuedAt)) put(run);

  /** Ended runs beyond the limits of number and age, counting those that end now. */
  const forgotten = (change: BookChange, now: number): RunRecord[] => {
    const touched = new Set((change.runs ?? []).filter((run) => !isOpen(run)).map(({ job }) => job));
    return [...touched].flatMap((job) => {
      const ended = [...(runs.get(job)?.values() ?? [])].filter((run) => !isOpen(run));
      const surplus = Math.max(0, ended.length + 1 - limits.runsPerJob);
      return ended.filter(({ endedAt = 0 }, index) => index < surplus || endedAt < now - limits.runDays * DAY_MS);
    });
  };
  return {
    jobs: () => jobs,
    runs: (job) => [...(runs.get(job)?.values() ?? [])].reverse(),
    run: (taskId) => open.get(taskId),
    open: () => open.values(),
    openOf: (job) => [...(runs.get(job)?.values() ?? [])].filter(isOpen),
    durations: (job) => durations.get(job) ?? [],
    save(change, now) {
      const removed = change.removed ?? [];
      const gone = [...(change.dropped ?? []), ...forgotten(change, now), ...removed.flatMap((job) => endedRuns(runs.get(job)))];
      const lasted = change.took && [...(durations.get(change.took.job) ?? []), change.took.ms].slice(-DURATIONS_KEPT);
      store.write([
        ...(change.jobs ?? []).map((job) => write(COLLECTIONS.jobs, job.settings.name, job)),
        ...removed.map((name) => write(COLLECTIONS.jobs, name, undefined)),
        ...gone.map(({ taskId }) => write(COLLECTIONS.runs, taskId, undefined)),
        ...(change.runs ?? []).map((run) => write(COLLECTIONS.runs, run.taskId, run)),
        ...(change.took && lasted ? [write(COLLECTIONS.durations, change.took.job, lasted)] : []),
      ]);
      for (const job of change.jobs ?? []) jobs.set(job.settings.name, job);
      for (const name of removed) jobs.delete(name);
      for (const run of gone) drop(run);
      for (const run of change.runs ?? []) put(run);
      if (change.took && lasted) durations.set(change.took.job, lasted);
    },
  };
}

const write = (collection: string, key: string, value: unknown): StoreWrite => ({ collection, key, value });
const endedRuns = (runs: ReadonlyMap<string, RunRecord> | undefined): RunRecord[] =>
  [...(runs?.values() ?? [])].filter((run) => !isOpen(run));
