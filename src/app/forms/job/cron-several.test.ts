import { expect, it } from 'vitest';
import { severalOfCron } from './cron-several.ts';

/** A Thursday. */
const NOW = Date.parse('2026-01-01T10:20:30Z');
const several = (expression: string) => severalOfCron(expression, 'UTC', NOW);

it('makes one weekly schedule of each weekday', () => {
  expect(several('0 9 * * 1-5')).toEqual({
    schedules: [
      'R/2026-01-05T09:00:00Z/P1W',
      'R/2026-01-06T09:00:00Z/P1W',
      'R/2026-01-07T09:00:00Z/P1W',
      'R/2026-01-08T09:00:00Z/P1W',
      'R/2026-01-02T09:00:00Z/P1W',
    ],
  });
});

it.each([
  ['0 9-17 * * *', 9, /P1D$/],
  ['0,20 * * * *', 2, /PT1H$/],
  ['0,30 9,17 * * *', 4, /P1D$/],
  ['0 6 1,15 * *', 2, /P1M$/],
  ['0 6 1 1,2 *', 2, /P1Y$/],
  ['0 8,20 * * MON,FRI', 4, /P1W$/],
])('%s is %i schedules', (expression, count, period) => {
  const parts = several(expression);
  expect(parts).toMatchObject({ schedules: expect.arrayContaining([expect.stringMatching(period)]) });
  expect(parts && 'schedules' in parts && new Set(parts.schedules).size).toBe(count);
});

it('says how many there would be where they are too many', () => {
  expect(several('*/10 9-17 * * *')).toEqual({ tooMany: 54 });
  expect(several('0 9-17 * * 1-5')).toEqual({ tooMany: 45 });
});

it.each(['nonsense', '@reboot', '0 0 1 * 1', '0 0 31 * *', '0 9 * 6 *', '0 9 * 6 1-5'])('%s has none that run as it does', (expression) => {
  expect(several(expression)).toBeUndefined();
});
