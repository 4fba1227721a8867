import type { JobRun } from '../../../api/chronos/job.ts';

/** Days that are shown, the latest. */
const DAYS = 14;

/** The runs by the reader's day, the latest day first and each day's runs in their order. */
export function heatMapOf(runs: readonly JobRun[]): { day: string; runs: JobRun[] }[] {
  const days = new Map<string, JobRun[]>();
  for (const run of runs.toSorted((a, b) => (a.scheduled < b.scheduled ? -1 : 1))) {
    const day = new Date(run.scheduled).toLocaleDateString('en-CA');
    days.set(day, [...(days.get(day) ?? []), run]);
  }
  return [...days]
    .map(([day, ofDay]) => ({ day, runs: ofDay }))
    .toReversed()
    .slice(0, DAYS);
}
