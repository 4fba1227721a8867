import { expect, it } from 'vitest';
import { isOverdue, nextRunOf, nextRuns, runsFromNow } from './next-run.ts';

const times = (schedule: string, zone: string, count: number) =>
  nextRuns(schedule, zone, count, Date.UTC(2016, 3, 26)).times.map((at) => new Date(at).toISOString());

it('tells the next runs on the clock of the job', () => {
  expect(times('R/2024-03-30T09:00:00/P1D', 'Europe/Berlin', 3)).toEqual([
    '2024-03-30T08:00:00.000Z',
    '2024-03-31T07:00:00.000Z',
    '2024-04-01T07:00:00.000Z',
  ]);
  expect(nextRuns('R/2024-03-30T09:00:00+05:00/P1D', '', 1, 0).zone).toBe('+05:00');
});

it('tells no more runs than are left', () => {
  expect(times('R2/2024-01-01T00:00:00Z/PT1H', '', 5)).toHaveLength(2);
  expect(times('R0/2024-01-01T00:00:00Z/PT1H', '', 5)).toEqual([]);
  expect(times('R//P', '', 5)).toEqual(['2016-04-26T00:00:00.000Z']);
});

it('has no next run for a job that is disabled, that waits for others, or that nobody can read', () => {
  const job = { schedule: 'R/2024-01-01T00:00:00Z/PT1H', scheduleTimeZone: '', disabled: false };
  expect(nextRunOf(job as never, 0)).toBe(Date.UTC(2024, 0, 1));
  expect(nextRunOf({ ...job, disabled: true } as never, 0)).toBeUndefined();
  expect(nextRunOf({ parents: ['a'], disabled: false } as never, 0)).toBeUndefined();
  expect(times('nonsense', '', 3)).toEqual([]);
});

it('makes up once for a start that is over, then follows the schedule', () => {
  const now = Date.parse('2016-01-03T12:00:00Z');
  const times = (schedule: string) => runsFromNow(schedule, '', 3, now).times.map((at) => new Date(at).toISOString().slice(0, 16));
  expect(times('R/2016-01-01T09:00:00Z/P1D')).toEqual(['2016-01-03T12:00', '2016-01-04T09:00', '2016-01-05T09:00']);
  expect(times('R2/2016-01-01T09:00:00Z/P1D')).toEqual(['2016-01-03T12:00', '2016-01-04T09:00']);
  expect(times('R/2016-01-01T09:00:00Z/P')).toEqual(['2016-01-03T12:00']);
  expect(times('R/2016-02-01T09:00:00Z/P1D')[0]).toBe('2016-02-01T09:00');
});

it('calls a run overdue once Chronos had some looks at the clock', () => {
  const due = Date.parse('2026-01-01T00:00:00Z');
  expect([-1_000, 0, 5_000, 5_001].map((late) => isOverdue(due, due + late))).toEqual([false, false, false, true]);
});
