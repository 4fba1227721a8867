import type { JobRun } from '../../../api/chronos/job.ts';

export interface Bar {
  run: JobRun;
  /** Where it begins and how long it is, as shares of the whole. */
  left: number;
  width: number;
}

/** The runs that have started, oldest first, on a line of time from the first start to the last end. Times in ms. */
export function timelineOf(runs: readonly JobRun[], now: number): { from: number; to: number; bars: Bar[] } {
  const spans = runs
    .flatMap((run) =>
      run.started === undefined
        ? []
        : { run, start: Date.parse(run.started), end: run.finished === undefined ? now : Date.parse(run.finished) },
    )
    .toSorted((a, b) => a.start - b.start);
  const from = Math.min(...spans.map(({ start }) => start));
  const to = Math.max(...spans.map(({ end }) => end));
  const whole = Math.max(1, to - from);
  return { from, to, bars: spans.map(({ run, start, end }) => ({ run, left: (start - from) / whole, width: (end - start) / whole })) };
}
