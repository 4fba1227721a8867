import { expect, it } from 'vitest';
import { histogramOf } from './statistics.ts';

it('is nothing before the first run', () => {
  expect(histogramOf([])).toEqual({
    '75thPercentile': 0,
    '95thPercentile': 0,
    '98thPercentile': 0,
    '99thPercentile': 0,
    median: 0,
    mean: 0,
    count: 0,
  });
});

it('tells middle, tail and mean of what was measured, in any order', () => {
  const { median, mean, count, '75thPercentile': p75, '99thPercentile': p99 } = histogramOf([400, 100, 300, 200]);
  expect([median, mean, count, p75, p99]).toEqual([250, 250, 4, 375, 400]);
});

it('is that of the only run', () => {
  expect(histogramOf([1500])).toMatchObject({ median: 1500, '95thPercentile': 1500, mean: 1500, count: 1 });
});
