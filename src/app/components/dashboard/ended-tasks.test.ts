import { expect, it } from 'vitest';
import type { UsagePoint } from '../../../api/dcos/usage-history.ts';
import { endedIn, timeOf } from './ended-tasks.ts';

const point = (from: number, failed: number, other: number) => ({ from, at: from + 2, ended: { failed, other } }) as UsagePoint;

it('counts failures among all that ended, over the time that the points stand for', () => {
  const points = [point(0, 1, 0), point(2, 0, 3), point(4, 2, 0)];
  expect(endedIn(points)).toEqual({ failed: 3, ended: 6 });
  expect(timeOf(points)).toEqual({ from: 0, to: 6 });
});

it('knows of nothing before the first point', () => {
  expect(endedIn([])).toEqual({ failed: 0, ended: 0 });
  expect(timeOf([])).toBeUndefined();
});
