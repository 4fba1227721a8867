import { queryOptions, replaceEqualDeep } from '@tanstack/react-query';
import type { StateSummaryJson } from '../../api/mesos/state.ts';
import { request } from '../util/http.ts';
import { type ClusterSummary, summarise } from './cluster-summary.ts';
import { askEvery } from './ask-every.ts';
import { mesosStore, type StreamMeta } from './mesos-store/current.ts';
import { liveSummary } from './mesos-store/live-summary.ts';
import type { MesosState } from './mesos-store/mesos-state.ts';
import { SOURCES } from './sources.ts';

export const SUMMARY_INTERVAL_MS = 2_000;
/** A summary of 1,000 nodes is read every 10 s: which nodes are there is all that the stream does not tell. */
const REREAD_MS_PER_NODE = 10;
const SLOWEST_REREAD_MS = 30_000;

/** How often what the master knows of its agents is read again while its stream tells the rest. */
export const rereadMs = (nodes: number, fastestMs = SUMMARY_INTERVAL_MS): number =>
  Math.min(SLOWEST_REREAD_MS, Math.max(fastestMs, nodes * REREAD_MS_PER_NODE));

/** How the page hears from the Mesos master. */
export const mesosFreshness = SOURCES.mesos.freshness;

/** What was read last, without what the stream has told since. */
let read: ClusterSummary | undefined;

const liveOrRead = (summary: ClusterSummary, state: MesosState | undefined): ClusterSummary =>
  state === undefined ? summary : liveSummary(summary, state);

async function readSummary(signal: AbortSignal): Promise<ClusterSummary> {
  const answer = await request<StateSummaryJson>('/mesos/master/state-summary', { signal, timeoutMs: 10_000 });
  read = replaceEqualDeep(read, summarise(answer));
  return liveOrRead(read, mesosStore.current());
}

const meta: StreamMeta = {
  view: (state) => read && liveSummary(read, state),
  rereadMs: () => rereadMs(read?.nodes.length ?? 0),
};

/** The whole cluster in short: tasks and use as the stream tells them, nodes as they were read last. */
export const summaryQuery = (intervalMs = SUMMARY_INTERVAL_MS) =>
  queryOptions({
    queryKey: ['mesos', 'summary'],
    queryFn: ({ signal }) => readSummary(signal),
    retry: false,
    refetchInterval: () => askEvery(SOURCES.mesos, intervalMs),
    structuralSharing: false,
    meta,
  });
