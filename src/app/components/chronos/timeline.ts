import type { JobRun } from '../../../api/chronos/job.ts';

export interface Bar {
  run: JobRun;
  /** As shares of the whole, counted from the moment it was due: how long it waited, and how long it went on. */
  start: number;
  width: number;
}

/** All attempts that were made for one moment. */
export interface TimelineRow {
  /** The moment it was due, as the API tells it. */
  scheduled: string;
  /** In the order in which they started. */
  bars: Bar[];
}

/**
 * Runs one below the other, all drawn from the moment they were due: what was late, took long or was tried again stands out.
 * Of the latest moments, as many as `count`, the latest first; what has not started is left out. Times in ms.
 */
export function timelineOf(runs: readonly JobRun[], now: number, count: number): { longest: number; rows: TimelineRow[] } {
  const spans = runs.flatMap((run) => spanOf(run, now) ?? []).toSorted((a, b) => a.start - b.start);
  const moments = [...Map.groupBy(spans, ({ run }) => run.scheduled)].toSorted(([a], [b]) => (a < b ? 1 : -1)).slice(0, count);
  const longest = Math.max(1, ...moments.flatMap(([, attempts]) => attempts.map(({ end }) => end)));
  const bars = (attempts: Span[]): Bar[] =>
    attempts.map(({ run, start, end }) => ({ run, start: start / longest, width: (end - start) / longest }));
  return { longest, rows: moments.map(([scheduled, attempts]) => ({ scheduled, bars: bars(attempts) })) };
}

interface Span {
  run: JobRun;
  start: number;
  end: number;
}

function spanOf(run: JobRun, now: number): Span | undefined {
  if (run.started === undefined) return undefined;
  const due = Date.parse(run.scheduled);
  const start = Math.max(0, Date.parse(run.started) - due);
  const end = (run.finished === undefined ? now : Date.parse(run.finished)) - due;
  return { run, start, end: Math.max(start, end) };
}
