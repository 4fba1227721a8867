import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { USAGE_SPANS, type UsageHistory, type UsagePoint, type UsageSpan } from '../../../api/dcos/usage-history.ts';
import { mesosFreshness, summaryQuery } from '../../live/mesos-queries.ts';
import { usageHistoryQuery } from '../../live/usage-history.ts';
import { usageOfSummary } from '../../live/usage-of-summary.ts';
import { lineOf } from './line-of.ts';

/** What the panels of the Dashboard show. */
export interface DashboardView {
  span: UsageSpan;
  /** The newest sample; undefined while it is loading. */
  now: UsagePoint | undefined;
  /** Of the span; undefined while it is loading, and where nobody keeps one. */
  history: UsageHistory | undefined;
  /** The points of its lines, the newest of which is now. */
  line: readonly UsagePoint[];
  noHistory: boolean;
  /** Older than it should be. */
  stale: boolean;
  error: Error | undefined;
  retry: () => void;
}

/** The numbers of now and the history of the span that the URL asks for. Without a history service the master is asked for the numbers. */
export function useDashboard(): DashboardView {
  const span = useSpan();
  const minute = useQuery(usageHistoryQuery('minute'));
  const history = useQuery(usageHistoryQuery(span));
  const newest = minute.data?.points.at(-1);
  const line = useMemo(() => lineOf(history.data, newest), [history.data, newest]);
  const noHistory = minute.isError && minute.data === undefined;
  const summary = useQuery({ ...summaryQuery(), enabled: noHistory });
  const freshness = useSyncExternalStore(mesosFreshness.subscribe, mesosFreshness.current);
  const retry = (): void => {
    void minute.refetch();
    void summary.refetch();
  };
  return {
    span,
    now: newest ?? (noHistory && summary.data ? usageOfSummary(summary.data, summary.dataUpdatedAt) : undefined),
    history: history.data,
    line,
    noHistory,
    stale: (minute.isError && !noHistory) || (freshness.kind === 'reconnecting' && freshness.attempt > 1),
    error: noHistory && summary.isError && !summary.data ? summary.error : undefined,
    retry,
  };
}

const SPAN = 'span';

function useSpan(): UsageSpan {
  const asked = useSearchParams()[0].get(SPAN);
  return USAGE_SPANS.find((span) => span === asked) ?? 'minute';
}

/** The address of the Dashboard with another span; the shortest one leaves no trace there. */
export function withSpan(search: URLSearchParams, span: UsageSpan): string {
  const next = new URLSearchParams(search);
  if (span === 'minute') next.delete(SPAN);
  else next.set(SPAN, span);
  return `?${next}`;
}
