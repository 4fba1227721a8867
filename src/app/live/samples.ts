import type { ClusterSummary } from './cluster-summary.ts';
import { activeTasks, share } from './cluster-summary.ts';

/** The dashboard's charts show this long. */
export const WINDOW_MS = 60_000;
/** The history service samples this often. */
export const HISTORY_STEP_MS = 2_000;

/** The cluster at one moment; allocation as shares from 0 to 1. */
export interface Sample {
  at: number;
  cpus: number;
  mem: number;
  disk: number;
  nodes: number;
  tasks: number;
}

export function sampleOf(summary: ClusterSummary, at: number): Sample {
  const { used, total } = summary;
  return {
    at,
    cpus: share(used.cpus, total.cpus),
    mem: share(used.mem, total.mem),
    disk: share(used.disk, total.disk),
    nodes: summary.connectedNodes,
    tasks: activeTasks(summary.tasks),
  };
}

/**
 * The history service's samples carry no times: they are one step apart and the last is from about when they were read.
 * Gaps (undefined) leave their place empty.
 */
export function datedHistory(summaries: readonly (ClusterSummary | undefined)[], readAt: number): Sample[] {
  const last = summaries.length - 1;
  return summaries.flatMap((summary, index) => (summary ? [sampleOf(summary, readAt - (last - index) * HISTORY_STEP_MS)] : []));
}

/** Adds the newest sample and lets go of what has left the window. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  return [...samples.filter(({ at }) => at < sample.at && at >= sample.at - WINDOW_MS), sample];
}

/** The server's history up to when it was read, then what this page has seen itself. */
export function joinedSamples(history: readonly Sample[], own: readonly Sample[]): Sample[] {
  const readAt = history.at(-1)?.at ?? -Infinity;
  const joined = [...history, ...own.filter(({ at }) => at > readAt)];
  const newest = joined.at(-1)?.at ?? 0;
  return joined.filter(({ at }) => at >= newest - WINDOW_MS);
}
