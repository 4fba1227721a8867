import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isZone, nthRun, readPeriod, readSchedule, runsUntil, type Schedule, startOf, writeSchedule, writeStart } from './schedule.ts';

const read = (text: string): Schedule => {
  const result = readSchedule(text);
  if ('problem' in result) throw new Error(`${text}: ${result.problem}`);
  return result.schedule;
};
const period = (text: string) => {
  const length = readPeriod(text);
  if (!length) throw new Error(text);
  return length;
};
/** The instants of the first runs of a schedule. */
const runs = (text: string, zone: string, count: number): string[] => {
  const schedule = read(text);
  const first = startOf(schedule, zone, 0);
  return Array.from({ length: count }, (_, n) => nthRun(first, period(schedule.period), n).toInstant().toString());
};

describe('a schedule', () => {
  test.each([
    'R/2099-01-01T00:00:00.000Z/PT1H',
    'R3/2099-01-01T00:00:00Z/P1D',
    'R/2099-01-01T00:00:00+02:00/P1M',
    'R/2099-01-01/P1W',
    'R/2099-01-01T10:00:00/PT12H',
    'R/2099-01-01T10:00/P1Y2M3DT4H5M6S',
    'R/2099-12/P1D',
    'R/2099/P1D',
    'R0//PT1H',
    'R/2099-01-01T00:00:00Z/P',
  ])('may be %s', (text) => {
    expect(writeSchedule(read(text))).toBe(text);
  });

  test.each([
    ['', 'form'],
    ['R', 'form'],
    ['r/2099-01-01/P1D', 'form'],
    ['R-1/2099-01-01/P1D', 'form'],
    ['R/2099-01-01', 'form'],
    ['R/2099-01-01/', 'form'],
    ['R/tomorrow/P1D', 'start'],
    ['R/2099-02-30/P1D', 'start'],
    ['R/2099-01-01T25:00:00Z/P1D', 'start'],
    ['R/1969-12-31T00:00:00Z/P1D', 'before-1970'],
    ['R/2099-01-01/1D', 'period'],
    ['R/2099-01-01/P1H', 'period'],
    ['R/2099-01-01/-P1D', 'period-negative'],
    ['R/2099-01-01/PT0S', 'period-zero'],
  ])('may not be %s (%s)', (text, problem) => {
    expect(readSchedule(text)).toEqual({ problem });
  });

  it('counts its runs: none, some, or without end', () => {
    expect(['R0//PT1H', 'R007//PT1H', 'R//PT1H'].map((text) => read(text).repetitions)).toEqual([0, 7, undefined]);
  });
});

describe('the clock of a schedule', () => {
  const at = (text: string, zone: string) => startOf(read(text), zone, 0).toInstant().toString();

  it('is UTC, or that of its own offset, or that of its zone, which takes the fields as written', () => {
    expect(at('R/2099-01-01T10:00:00/P1D', '')).toBe('2099-01-01T10:00:00Z');
    expect(at('R/2099-01-01T10:00:00+02:00/P1D', '')).toBe('2099-01-01T08:00:00Z');
    expect(at('R/2099-01-01T10:00:00.000Z/P1D', 'Europe/Berlin')).toBe('2099-01-01T09:00:00Z');
    expect(at('R/2099-01-01T10:00:00.000Z/P1D', 'GMT+2')).toBe('2099-01-01T08:00:00Z');
  });

  it('starts now without a start', () => {
    expect(startOf(read('R//PT1H'), '', 1_500_000_000_123).epochMilliseconds).toBe(1_500_000_000_123);
  });

  it('knows zones by their names', () => {
    expect(['Europe/Berlin', 'UTC', 'GMT+2', 'GMT-03:30', ''].map(isZone)).toEqual([true, true, true, true, true]);
    expect(['Mars/Base', 'GMT+99', 'x y'].map(isZone)).toEqual([false, false, false]);
  });

  it('writes a start with its offset', () => {
    expect(writeStart(startOf(read('R/2099-01-01T10:00/P1D'), '', 0))).toBe('2099-01-01T10:00:00.000Z');
    expect(writeStart(startOf(read('R/2099-07-01T10:00/P1D'), 'Europe/Berlin', 0))).toBe('2099-07-01T10:00:00.000+02:00');
  });
});

describe('the runs of a schedule', () => {
  it('keep the hour of their zone when clocks change', () => {
    expect(runs('R/2024-03-30T09:00:00/P1D', 'Europe/Berlin', 3)).toEqual([
      '2024-03-30T08:00:00Z',
      '2024-03-31T07:00:00Z',
      '2024-04-01T07:00:00Z',
    ]);
  });

  it('run at 02:30 on each of the odd days: after the gap in spring, at the first of the two in autumn', () => {
    expect(runs('R/2024-03-30T02:30:00/P1D', 'Europe/Berlin', 3)).toEqual([
      '2024-03-30T01:30:00Z',
      // 02:30 does not exist: 03:30 summer time
      '2024-03-31T01:30:00Z',
      '2024-04-01T00:30:00Z',
    ]);
    expect(runs('R/2024-10-26T02:30:00/P1D', 'Europe/Berlin', 3)).toEqual([
      '2024-10-26T00:30:00Z',
      // 02:30 comes twice: the one of summer time
      '2024-10-27T00:30:00Z',
      '2024-10-28T01:30:00Z',
    ]);
  });

  it('are hours apart, not clock times, when the period is in hours', () => {
    expect(runs('R/2024-03-30T02:30:00/PT24H', 'Europe/Berlin', 3)).toEqual([
      '2024-03-30T01:30:00Z',
      '2024-03-31T01:30:00Z',
      '2024-04-01T01:30:00Z',
    ]);
  });

  it('stay at the end of the month', () => {
    expect(runs('R/2024-01-31T00:00:00Z/P1M', '', 4).map((instant) => instant.slice(0, 10))).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
    ]);
    expect(runs('R/2024-02-29T00:00:00Z/P1Y', '', 5).map((instant) => instant.slice(0, 10))).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  it('begin once where the period names no length', () => {
    const first = startOf(read('R/2024-01-01T00:00:00Z/P'), '', 0);
    expect(runsUntil(first, period('P'), first.epochMilliseconds - 1)).toBe(0);
    expect(runsUntil(first, period('P'), first.epochMilliseconds + 1e12)).toBe(1);
  });

  it('are counted up to any moment, in any zone and by any calendar', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', 'UTC'),
        fc.constantFrom('PT1S', 'PT90M', 'P1D', 'P1W', 'P1M', 'P1Y', 'P1M1DT3H', 'P2D'),
        fc.integer({ min: Date.UTC(1999, 0), max: Date.UTC(2030, 0) }),
        fc.integer({ min: -1000, max: 400 }),
        (zone, text, start, offset) => {
          const first = startOf(read(`R/${new Date(start).toISOString()}/${text}`), zone, 0);
          const now = first.epochMilliseconds + offset * 33_333_333;
          const n = runsUntil(first, period(text), now);
          if (n > 0) expect(nthRun(first, period(text), n - 1).epochMilliseconds).toBeLessThanOrEqual(now);
          expect(nthRun(first, period(text), n).epochMilliseconds).toBeGreaterThan(now);
        },
      ),
    );
  });
});
