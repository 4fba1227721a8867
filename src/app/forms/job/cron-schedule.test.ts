import { expect, it } from 'vitest';
import { scheduleOfCron } from './cron-schedule.ts';

/** A Thursday. */
const NOW = Date.parse('2026-01-01T10:20:30Z');

it.each([
  ['*/15 * * * *', 'R/2026-01-01T10:30:00Z/PT15M'],
  ['* * * * *', 'R/2026-01-01T10:21:00Z/PT1M'],
  ['5,35 * * * *', 'R/2026-01-01T10:35:00Z/PT30M'],
  ['10 * * * *', 'R/2026-01-01T11:10:00Z/PT1H'],
  ['0 */6 * * *', 'R/2026-01-01T12:00:00Z/PT6H'],
  ['30 9,21 * * *', 'R/2026-01-01T21:30:00Z/PT12H'],
  ['30 2 * * *', 'R/2026-01-02T02:30:00Z/P1D'],
  ['0 9 * * MON', 'R/2026-01-05T09:00:00Z/P1W'],
  ['0 9 * * 7', 'R/2026-01-04T09:00:00Z/P1W'],
  ['0 0 1 * *', 'R/2026-02-01T00:00:00Z/P1M'],
  ['0 0 15 */3 *', 'R/2026-01-15T00:00:00Z/P3M'],
  ['0 0 31 dec *', 'R/2026-12-31T00:00:00Z/P1Y'],
  ['@weekly', 'R/2026-01-04T00:00:00Z/P1W'],
])('%s becomes %s', (expression, schedule) => {
  expect(scheduleOfCron(expression, 'UTC', NOW)).toMatchObject({ schedule });
});

it.each([
  ['every day', 'form'],
  ['0 0 * * * *', 'form'],
  ['61 * * * *', 'form'],
  ['*/0 * * * *', 'form'],
  ['0 0 L * *', 'form'],
  ['@reboot', 'reboot'],
  ['*/7 * * * *', 'uneven-minutes'],
  ['0 9,17 * * *', 'uneven-hours'],
  ['*/10 9-17 * * *', 'several-times'],
  ['0 9 * * 1-5', 'several-weekdays'],
  ['0 0 1,15 * *', 'several-days'],
  ['0 0 31 * *', 'missing-day'],
  ['0 0 29 2 *', 'missing-day'],
  ['0 0 1 1,2 *', 'uneven-months'],
  ['0 0 1 * 1', 'day-or-weekday'],
  ['0 9 * 6 *', 'not-all-year'],
])('%s has no schedule: %s', (expression, problem) => {
  expect(scheduleOfCron(expression, 'UTC', NOW)).toEqual({ problem });
});

it('counts on the clock of the zone', () => {
  expect(scheduleOfCron('30 2 * * *', 'Asia/Tokyo', NOW)).toMatchObject({ schedule: 'R/2026-01-02T02:30:00Z/P1D' });
  expect(scheduleOfCron('0 20 * * *', 'Asia/Tokyo', NOW)).toMatchObject({ schedule: 'R/2026-01-01T20:00:00Z/P1D' });
});

it('says that hours drift where clocks change', () => {
  expect(scheduleOfCron('0 */6 * * *', '', NOW)).toMatchObject({ drifts: true });
  expect(scheduleOfCron('0 6 * * *', '', NOW)).toMatchObject({ drifts: false });
});
