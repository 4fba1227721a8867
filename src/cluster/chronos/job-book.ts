import type { Store, StoreWrite } from '../kernel/store.ts';
import { type Jobs, parentsOf } from './job-graph.ts';
import { createRunShelf, within } from './run-shelf.ts';
import { COLLECTIONS, isOpen, type JobRecord, type RunRecord } from './state.ts';
import { DURATIONS_KEPT } from './statistics.ts';

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
  /** The jobs that run after this one, by name. */
  children: (job: string) => JobRecord[];
  /** Names of the jobs that were changed, made or removed since this was last asked. */
  takeTouched: () => Set<string>;
  durations: (job: string) => readonly number[];
  /** Throws StoreError when it cannot be stored; then nothing has changed. */
  save: (change: BookChange, now: number) => void;
}

export function createJobBook(store: Store): JobBook {
  const jobs = new Map(store.list<JobRecord>(COLLECTIONS.jobs));
  const shelf = createRunShelf();
  const children = createChildren(jobs);
  let touched = new Set(jobs.keys());
  const durations = new Map(store.list<number[]>(COLLECTIONS.durations));

  const stored = store.list<RunRecord>(COLLECTIONS.runs).map(([, run]) => run);
  for (const run of stored.sort((a, b) => a.queuedAt - b.queuedAt)) shelf.put(run);

  return {
    jobs: () => jobs,
    runs: (job) => shelf.ofJob(job).reverse(),
    run: (taskId) => shelf.open.get(taskId),
    open: () => shelf.open.values(),
    openOf: shelf.openOf,
    children: children.of,
    takeTouched() {
      const taken = touched;
      touched = new Set();
      return taken;
    },
    durations: (job) => durations.get(job) ?? [],
    save(change, now) {
      const removed = change.removed ?? [];
      const gone = [
        ...(change.dropped ?? []),
        ...endedJobs(change).flatMap((job) => shelf.surplus(job, now)),
        ...removed.flatMap((job) => shelf.ofJob(job).filter((run) => !isOpen(run))),
      ];
      const lasted = change.took && [...(durations.get(change.took.job) ?? []), change.took.ms].slice(-DURATIONS_KEPT);
      store.write([
        ...(change.jobs ?? []).map((job) => write(COLLECTIONS.jobs, job.settings.name, job)),
        ...removed.map((name) => write(COLLECTIONS.jobs, name, undefined)),
        ...gone.map(({ taskId }) => write(COLLECTIONS.runs, taskId, undefined)),
        ...(change.runs ?? []).map((run) => write(COLLECTIONS.runs, run.taskId, run)),
        ...(change.took && lasted ? [write(COLLECTIONS.durations, change.took.job, lasted)] : []),
      ]);
      for (const job of change.jobs ?? []) {
        children.change(jobs.get(job.settings.name), job);
        jobs.set(job.settings.name, job);
        touched.add(job.settings.name);
      }
      for (const name of removed) {
        children.change(jobs.get(name), undefined);
        jobs.delete(name);
        touched.add(name);
      }
      for (const run of gone) shelf.drop(run);
      for (const run of change.runs ?? []) shelf.put(run);
      if (change.took && lasted) durations.set(change.took.job, lasted);
    },
  };
}

const write = (collection: string, key: string, value: unknown): StoreWrite => ({ collection, key, value });
const endedJobs = ({ runs = [] }: BookChange): string[] => runs.filter((run) => !isOpen(run)).map(({ job }) => job);

/** Who runs after whom, at hand at each success. */
function createChildren(jobs: Jobs) {
  const names = new Map<string, Map<string, true>>();
  const change = (before: JobRecord | undefined, after: JobRecord | undefined): void => {
    if (before?.trigger === after?.trigger) return;
    for (const parent of before ? parentsOf(before) : []) names.get(parent)?.delete(before?.settings.name ?? '');
    for (const parent of after ? parentsOf(after) : []) within(names, parent).set(after?.settings.name ?? '', true);
  };
  for (const job of jobs.values()) change(undefined, job);
  const of = (parent: string): JobRecord[] => [...(names.get(parent)?.keys() ?? [])].toSorted().flatMap((name) => jobs.get(name) ?? []);
  return { change, of };
}
