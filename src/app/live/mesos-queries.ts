import { queryOptions } from '@tanstack/react-query';
import type { StateSummaryJson } from '../../api/mesos/state.ts';
import { request } from '../util/http.ts';
import { type ClusterSummary, summarise } from './cluster-summary.ts';
import { createFreshness, pollDelay } from './freshness.ts';

export const SUMMARY_INTERVAL_MS = 2_000;
/** Where a page only needs the cluster's name and whether the master answers. */
export const REST_INTERVAL_MS = 4_000;

/** How the page hears from the Mesos master. */
export const mesosFreshness = createFreshness();

async function readSummary(signal: AbortSignal): Promise<ClusterSummary> {
  try {
    const state = await request<StateSummaryJson>('/mesos/master/state-summary', { signal, timeoutMs: 10_000 });
    const summary = summarise(state);
    mesosFreshness.heard(Date.now());
    return summary;
  } catch (error) {
    if (!signal.aborted) mesosFreshness.failed();
    throw error;
  }
}

/** The whole cluster in short. Polled, since Mesos' streams carry no totals; paused while the window is hidden. */
export const summaryQuery = (intervalMs = SUMMARY_INTERVAL_MS) =>
  queryOptions({
    queryKey: ['mesos', 'summary'],
    queryFn: ({ signal }) => readSummary(signal),
    // The poll itself is the retry, with its own back-off.
    retry: false,
    refetchInterval: () => pollDelay(mesosFreshness.current(), intervalMs),
  });
