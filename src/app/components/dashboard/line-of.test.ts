import { expect, it } from 'vitest';
import type { UsagePoint } from '../../../api/dcos/usage-history.ts';
import { lineOf } from './line-of.ts';

const point = (from: number, at: number) => ({ from, at }) as UsagePoint;
const timesOf = (points: UsagePoint[], newest: UsagePoint | undefined) => lineOf({ stepMs: 10, points }, newest).map(({ at }) => at);

it('ends with the newest sample', () => {
  expect(timesOf([point(0, 10), point(10, 20)], point(20, 22))).toEqual([10, 20, 22]);
  expect(timesOf([point(0, 10), point(10, 14)], point(14, 16))).toEqual([10, 16]);
  expect(timesOf([point(0, 10), point(10, 20)], point(10, 20))).toEqual([10, 20]);
});

it('is the history alone where nothing newer is known', () => {
  expect(timesOf([point(0, 10)], undefined)).toEqual([10]);
  expect(timesOf([point(0, 10), point(10, 20)], point(8, 18))).toEqual([10, 20]);
  expect(lineOf(undefined, point(0, 2))).toEqual([]);
});
