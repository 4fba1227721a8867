import { expect, test } from 'vitest';
import { type UsagePoint, usageHistorySchema } from '../../api/dcos/usage-history.ts';
import { emptySeries, resumed, usageHistory, type UsageSeries, withSample } from './usage-series.ts';
import { usagePoint } from './usage-point.ts';

const START = Date.UTC(2016, 3, 26, 9);
const STEP = 2_000;

/** The sample of the n-th step; what is not given is nothing. */
function sample(n: number, more: Partial<UsagePoint> = {}): UsagePoint {
  const parts = { summary: {}, metrics: undefined, measured: { cpus: undefined, mem: undefined, disk: undefined, agents: 0 } };
  const empty = usagePoint({ ...parts, from: START + (n - 1) * STEP, at: START + n * STEP, ended: { failed: 0, other: 0 } });
  return { ...empty, ...more };
}
const fill = (count: number, of: (n: number) => UsagePoint | undefined, from: UsageSeries = emptySeries()): UsageSeries =>
  Array.from({ length: count }, (_, n) => of(n)).reduce(withSample, from);

test('each span keeps the newest points, and never more than it needs', () => {
  const series = fill(2 * 43_200, (n) => sample(n));
  for (const [span, points, stepMs] of [
    ['minute', 31, 2_000],
    ['ten-minutes', 61, 10_000],
    ['hour', 61, 60_000],
    ['day', 97, 900_000],
  ] as const) {
    const history = usageHistorySchema.parse(usageHistory(series, span));
    expect([history.points.length, history.stepMs]).toEqual([points, stepMs]);
    const [before, last] = history.points.slice(-2);
    expect(last?.from).toBe(before?.at);
    expect(last?.at).toBe(START + (2 * 43_200 - 1) * STEP);
  }
});

test('a point of several samples has the mean of amounts, the worst of nodes and the sum of endings', () => {
  const samples = [
    sample(0, { cpus: { total: 4, allocated: 1, used: 0.5 }, ended: { failed: 1, other: 0 } }),
    sample(1, { cpus: { total: 4, allocated: 2 }, nodes: { connected: 1, draining: 0, lost: 1 }, ended: { failed: 0, other: 2 } }),
    sample(2, { cpus: { total: 4, allocated: 3, used: 1 }, nodes: { connected: 2, draining: 0, lost: 0 } }),
  ];
  const [point, ...others] = usageHistory(
    fill(3, (n) => samples[n]),
    'ten-minutes',
  ).points;
  expect(others).toEqual([]);
  expect(point).toMatchObject({
    from: START - STEP,
    at: START + 2 * STEP,
    cpus: { total: 4, allocated: 2, used: 0.667 },
    nodes: { connected: 2, lost: 1 },
    ended: { failed: 1, other: 2 },
  });
});

test('samples that could not be taken are gaps, and points keep their distance', () => {
  const series = fill(15, (n) => (n >= 3 && n < 11 ? undefined : sample(n)));
  expect(usageHistory(series, 'minute').points.map(({ at }) => (at - START) / STEP)).toEqual([0, 1, 2, 11, 12, 13, 14]);
  expect(usageHistory(series, 'ten-minutes').points.map(({ at }) => (at - START) / STEP)).toEqual([2, 14]);
});

test('an earlier life is gone on from as it was stored', () => {
  const before = JSON.parse(JSON.stringify(fill(3, (n) => sample(n)))) as UsageSeries;
  const series = fill(2, (n) => sample(n + 1_000), resumed(before));
  expect(usageHistory(series, 'hour').points.map(({ at }) => (at - START) / STEP)).toEqual([2, 1_001]);
});

test('a reader gets what was added since, the point that is filling again, and all of it when from another time', () => {
  const series = fill(8, (n) => sample(n));
  const ends = (after?: number): number[] => usageHistory(series, 'ten-minutes', after).points.map(({ at }) => (at - START) / STEP);
  expect(ends()).toEqual([4, 7]);
  expect(ends(START + 4 * STEP)).toEqual([7]);
  expect(ends(START + 6 * STEP)).toEqual([7]);
  expect(ends(START + 7 * STEP)).toEqual([]);
  expect(ends(START + 100 * STEP)).toEqual([4, 7]);
});
