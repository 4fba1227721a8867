import { SPAN_STEPS, stepMsOf, USAGE_SPANS, type UsageHistory, type UsagePoint, type UsageSpan } from '../../api/dcos/usage-history.ts';
import { mergedPoints } from './usage-point.ts';

/** One span's points, the newest of which may still be filling. A value of plain data, so that it can be stored as it is. */
interface Series {
  points: UsagePoint[];
  /** Samples in the newest point; gaps count, so that points keep their distance. */
  filled: number;
}

/** Every span's points, oldest first. */
export type UsageSeries = Record<UsageSpan, Series>;

const EMPTY: Series = { points: [], filled: Infinity };

export const emptySeries = (): UsageSeries => eachSpan(() => EMPTY);

/** With one more sample; undefined: it could not be taken. */
export function withSample(series: UsageSeries, sample: UsagePoint | undefined): UsageSeries {
  return eachSpan((span) => added(series[span], sample, SPAN_STEPS[span]));
}

function added({ points, filled }: Series, sample: UsagePoint | undefined, step: { samples: number; points: number }): Series {
  const newest = points.at(-1);
  const isFull = filled >= step.samples;
  if (!sample) return { points, filled: filled + 1 };
  if (isFull || !newest) return { points: [...points.slice(1 - step.points), sample], filled: 1 };
  return { points: [...points.slice(0, -1), mergedPoints(newest, sample, filled)], filled: filled + 1 };
}

/** A span's points; with `after` only those that end later, the one that is filling too. All of them for a reader from another time. */
export function usageHistory(series: UsageSeries, span: UsageSpan, after = -Infinity): UsageHistory {
  const { points } = series[span];
  const isKnown = after <= (points.at(-1)?.at ?? -Infinity);
  return { stepMs: stepMsOf(span), points: isKnown ? points.filter(({ at }) => at > after) : points };
}

/** Of an earlier life, which a new one goes on from: nothing more is added to a point that was filling. */
export function resumed(series: UsageSeries): UsageSeries {
  return eachSpan((span) => ({ points: series[span].points, filled: Infinity }));
}

function eachSpan<Value>(of: (span: UsageSpan) => Value): Record<UsageSpan, Value> {
  return Object.fromEntries(USAGE_SPANS.map((span) => [span, of(span)])) as Record<UsageSpan, Value>;
}
