import type { UsagePoint } from '../../../api/dcos/usage-history.ts';

export interface EndedCount {
  failed: number;
  ended: number;
}

/** What ended over all points. The failure rate is the share of `failed`: of all endings, as 1.7 counted over shorter times. */
export function endedIn(points: readonly UsagePoint[]): EndedCount {
  return points.reduce((sum, { ended: { failed, other } }) => ({ failed: sum.failed + failed, ended: sum.ended + failed + other }), {
    failed: 0,
    ended: 0,
  });
}

/** The time that the points stand for; undefined for none. */
export function timeOf(points: readonly UsagePoint[]): { from: number; to: number } | undefined {
  const first = points[0];
  const last = points.at(-1);
  return first && last ? { from: first.from, to: last.at } : undefined;
}
