import { expect, it } from 'vitest';
import type { UsagePoint } from '../../api/dcos/usage-history.ts';
import { joinedPoints } from './usage-history.ts';

const point = (from: number, at: number) => ({ from, at }) as UsagePoint;
const spans = (points: UsagePoint[]) => points.map(({ from, at }) => [from, at]);

it('adds what is newer and lets go of the oldest', () => {
  expect(spans(joinedPoints([point(0, 2), point(2, 4)], [point(4, 6)], 2))).toEqual([
    [2, 4],
    [4, 6],
  ]);
});

it('replaces the point that was still filling', () => {
  expect(spans(joinedPoints([point(0, 10), point(10, 14)], [point(10, 20), point(20, 22)], 5))).toEqual([
    [0, 10],
    [10, 20],
    [20, 22],
  ]);
});

it('starts anew with a history that did', () => {
  expect(spans(joinedPoints([point(100, 110)], [point(0, 2)], 5))).toEqual([[0, 2]]);
});

it('keeps what it has when nothing is newer', () => {
  expect(spans(joinedPoints([point(0, 2)], [], 5))).toEqual([[0, 2]]);
});
