import { queryOptions } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { StateSummaryJson } from '../../api/mesos/state.ts';
import { type HistorySample, isGap } from '../../api/dcos/history.ts';
import { request } from '../util/http.ts';
import { type ClusterSummary, summarise } from './cluster-summary.ts';
import { createFreshness, pollDelay } from './freshness.ts';
import { datedHistory, type Sample, sampleOf, withSample } from './samples.ts';

export const SUMMARY_INTERVAL_MS = 2_000;
/** Where a page only needs the cluster's name and whether the master answers. */
export const REST_INTERVAL_MS = 4_000;

/** How the page hears from the Mesos master. */
export const mesosFreshness = createFreshness();

let seen: readonly Sample[] = [];
const sampleListeners = new Set<() => void>();

function subscribeToSamples(listener: () => void): () => void {
  sampleListeners.add(listener);
  return () => sampleListeners.delete(listener);
}

/** The samples that this page has taken itself since it was opened. */
export function useSeenSamples(): readonly Sample[] {
  return useSyncExternalStore(subscribeToSamples, () => seen);
}

async function readSummary(signal: AbortSignal): Promise<ClusterSummary> {
  try {
    const state = await request<StateSummaryJson>('/mesos/master/state-summary', { signal, timeoutMs: 10_000 });
    const summary = summarise(state);
    mesosFreshness.heard(Date.now());
    seen = withSample(seen, sampleOf(summary, Date.now()));
    for (const listener of sampleListeners) listener();
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

/** The last minute from the history service, so that charts are full at once. A cluster without the service starts with empty charts. */
export const minuteQuery = queryOptions({
  queryKey: ['history', 'minute'],
  queryFn: async ({ signal }): Promise<Sample[]> => {
    const samples = await request<HistorySample[]>('/dcos-history-service/history/minute', { signal, timeoutMs: 10_000 });
    return datedHistory(
      samples.map((sample) => (isGap(sample) ? undefined : summarise(sample))),
      Date.now(),
    );
  },
  retry: false,
  staleTime: 0,
  refetchOnWindowFocus: 'always',
});
