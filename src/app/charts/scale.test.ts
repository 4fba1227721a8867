import { describe, expect, it } from 'vitest';
import { areaPath, type Frame, linePath, nearestTime, niceMax, runs, xOf, yOf } from './scale.ts';

const frame: Frame = { end: 60_000, spanMs: 60_000, max: 1, width: 600, height: 100 };
const point = (at: number, value = 0.5) => ({ at, value });

it('puts the newest sample at the right edge and the oldest at the left', () => {
  expect([0, 30_000, 60_000].map((at) => xOf(at, frame))).toEqual([0, 300, 600]);
});

it('turns values upwards and keeps them inside', () => {
  expect([0, 0.25, 1, 3, -1].map((value) => yOf(value, frame))).toEqual([100, 75, 0, 0, 100]);
});

it('draws a line, and an area closed along the bottom', () => {
  const points = [point(0, 0), point(60_000, 1)];
  expect(linePath(points, frame)).toBe('M0 100L600 0');
  expect(areaPath(points, frame)).toBe('M0 100L600 0L600 100L0 100Z');
  expect(areaPath([], frame)).toBe('');
});

it('leaves a gap where nothing was heard', () => {
  const parts = runs([point(0), point(2_000), point(20_000), point(22_000)], 2_000);
  expect(parts.map((run) => run.map(({ at }) => at))).toEqual([
    [0, 2_000],
    [20_000, 22_000],
  ]);
});

describe('niceMax', () => {
  it.each([
    [[2], 4, 4],
    [[5], 4, 6],
    [[11], 4, 20],
    [[50], 4, 60],
    [[601], 4, 1000],
    [[], 10, 10],
  ])('of %j and at least %d is %d', (values, atLeast, max) => expect(niceMax(values, atLeast)).toBe(max));
});

it('finds the moment under the pointer', () => {
  const times = [10_000, 30_000, 50_000];
  expect([0, 0.6, 1].map((fraction) => nearestTime(times, fraction, frame))).toEqual([10_000, 30_000, 50_000]);
  expect(nearestTime([], 0.5, frame)).toBeUndefined();
});
