import type { UsageHistory, UsagePoint } from '../../../api/dcos/usage-history.ts';

const NO_POINTS: readonly UsagePoint[] = [];

/** The points of a line that ends with what is written above it: a point that is still filling gives way to the newest sample. */
export function lineOf(history: UsageHistory | undefined, newest: UsagePoint | undefined): readonly UsagePoint[] {
  if (!history) return NO_POINTS;
  const { points, stepMs } = history;
  const last = points.at(-1);
  if (!last || !newest || newest.at < last.at) return points;
  return [...(isFilling(last, stepMs) ? points.slice(0, -1) : points.filter(({ at }) => at !== newest.at)), newest];
}

/** A sample may come a little early. */
const isFilling = ({ from, at }: UsagePoint, stepMs: number): boolean => at - from < stepMs * 0.9;
