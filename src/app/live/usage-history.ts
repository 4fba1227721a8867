import { queryOptions } from '@tanstack/react-query';
import {
  SPAN_STEPS,
  stepMsOf,
  type UsageHistory,
  usageHistorySchema,
  type UsagePoint,
  type UsageSpan,
} from '../../api/dcos/usage-history.ts';
import { request } from '../util/http.ts';
import { pacedMs } from '../util/refresh-pace.ts';

/** A point of a longer span is still filling: no need to draw each sample of it. */
const SLOWEST_MS = 10_000;

/** The last while of the cluster as the history service keeps it: read whole once, then what was added since. */
export const usageHistoryQuery = (span: UsageSpan) =>
  queryOptions({
    queryKey: ['history', 'usage', span],
    queryFn: async ({ signal, client, queryKey }): Promise<UsageHistory> => {
      const known = client.getQueryData<UsageHistory>(queryKey);
      const after = known?.points.at(-1)?.at;
      const path = `/dcos-history-service/usage/${span}${after === undefined ? '' : `?after=${after}`}`;
      const answer = await request(path, { schema: usageHistorySchema, signal, timeoutMs: 10_000 });
      return known ? { ...answer, points: joinedPoints(known.points, answer.points, SPAN_STEPS[span].points) } : answer;
    },
    refetchInterval: () => pacedMs(Math.min(stepMsOf(span), SLOWEST_MS)),
    retry: false,
  });

/** What was known with what is newer, `limit` points at most. One that was still filling is replaced; a history that began anew replaces all. */
export function joinedPoints(known: readonly UsagePoint[], newer: readonly UsagePoint[], limit: number): UsagePoint[] {
  const [first] = newer;
  const last = known.at(-1);
  if (!first || !last) return [...known, ...newer];
  if (first.at <= last.at) return [...newer];
  return [...known.filter(({ from }) => from < first.from), ...newer].slice(-limit);
}
