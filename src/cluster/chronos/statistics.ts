import type { JobHistogram } from '../../api/chronos/job.ts';

/** Durations kept of each job, the newest: as many as the reservoir of Chronos' own histogram holds. */
export const DURATIONS_KEPT = 1028;

/** Of durations in ms; all 0 where there are none. */
export function histogramOf(durations: readonly number[]): JobHistogram {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number): number => quantile(sorted, share);
  return {
    '75thPercentile': at(0.75),
    '95thPercentile': at(0.95),
    '98thPercentile': at(0.98),
    '99thPercentile': at(0.99),
    median: at(0.5),
    mean: sorted.length === 0 ? 0 : sorted.reduce((sum, each) => sum + each, 0) / sorted.length,
    count: sorted.length,
  };
}

/** Between the two nearest of `n` values, at `share * (n + 1)`, as the metrics library of Chronos places it. */
function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length + 1);
  const below = sorted[Math.min(Math.max(Math.floor(position), 1), sorted.length) - 1] ?? 0;
  const above = sorted[Math.min(Math.max(Math.floor(position) + 1, 1), sorted.length) - 1] ?? 0;
  return below + (position - Math.floor(position)) * (above - below);
}
