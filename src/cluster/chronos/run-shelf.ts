import { limits } from '../kernel/limits.ts';
import { isOpen, type RunRecord } from './state.ts';

const DAY_MS = 86_400_000;

/** All runs in memory, by job and by whether they have ended. */
export interface RunShelf {
  put: (run: RunRecord) => void;
  drop: (run: RunRecord) => void;
  /** In the order in which they came. */
  ofJob: (job: string) => RunRecord[];
  openOf: (job: string) => RunRecord[];
  open: ReadonlyMap<string, RunRecord>;
  /** Ended runs of a job beyond the limits of number and age, oldest first, when one more ends. */
  surplus: (job: string, now: number) => RunRecord[];
}

export function createRunShelf(): RunShelf {
  const runs = new Map<string, Map<string, RunRecord>>();
  const openByJob = new Map<string, Map<string, RunRecord>>();
  const open = new Map<string, RunRecord>();

  const close = ({ job, taskId }: RunRecord): void => {
    open.delete(taskId);
    openByJob.get(job)?.delete(taskId);
  };
  return {
    open,
    put(run) {
      within(runs, run.job).set(run.taskId, run);
      if (!isOpen(run)) return close(run);
      open.set(run.taskId, run);
      within(openByJob, run.job).set(run.taskId, run);
    },
    drop(run) {
      runs.get(run.job)?.delete(run.taskId);
      close(run);
    },
    ofJob: (job) => [...(runs.get(job)?.values() ?? [])],
    openOf: (job) => [...(openByJob.get(job)?.values() ?? [])],
    surplus(job, now) {
      const all = runs.get(job);
      let tooMany = (all?.size ?? 0) - (openByJob.get(job)?.size ?? 0) + 1 - limits.runsPerJob;
      const forgotten: RunRecord[] = [];
      for (const run of all?.values() ?? []) {
        if (isOpen(run)) continue;
        if (tooMany <= 0 && (run.endedAt ?? 0) >= now - limits.runDays * DAY_MS) break;
        forgotten.push(run);
        tooMany--;
      }
      return forgotten;
    },
  };
}

/** The inner map of a key, made when it is first asked for. */
export function within<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let found = maps.get(key);
  if (!found) maps.set(key, (found = new Map<string, Value>()));
  return found;
}
