import { describe, expect, it } from 'vitest';
import { afterDue, nextRunAt, scheduleText, taken, timingOf } from './timing.ts';

const at = (text: string): number => Date.parse(text);
const next = (timing: ReturnType<typeof timingOf>): string | undefined => {
  const time = nextRunAt(timing);
  return time === undefined ? undefined : new Date(time).toISOString();
};

describe('the next run', () => {
  it('is the start, even one that is past: it is made up for once', () => {
    const timing = timingOf('R3/2016-01-01T00:00:00Z/PT1H', '', at('2016-01-01T05:30:00Z'));
    expect(next(timing)).toBe('2016-01-01T00:00:00.000Z');
    const after = afterDue(timing, at('2016-01-01T05:30:00Z'));
    expect(next(after)).toBe('2016-01-01T06:00:00.000Z');
    expect(after.left).toBe(2);
  });

  it('is now without a start', () => {
    expect(next(timingOf('R//PT2S', '', at('2016-01-01T05:30:00.123Z')))).toBe('2016-01-01T05:30:00.123Z');
  });

  it('is none when all repetitions are taken, or there were none', () => {
    expect(next(timingOf('R0//PT2S', '', 0))).toBeUndefined();
    expect(next(afterDue(timingOf('R1//PT2S', '', 0), 0))).toBeUndefined();
    expect(next(afterDue(timingOf('R/2099-01-01T00:00:00Z/P', '', 0), at('2099-01-02T00:00:00Z')))).toBeUndefined();
  });

  it('keeps its hour when clocks change, whatever was missed', () => {
    const timing = timingOf('R/2024-03-30T02:30:00/P1D', 'Europe/Berlin', 0);
    const gap = afterDue(timing, at('2024-03-30T01:30:00Z'));
    expect(next(gap)).toBe('2024-03-31T01:30:00.000Z');
    expect(next(afterDue(gap, at('2024-03-31T01:30:00Z')))).toBe('2024-04-01T00:30:00.000Z');
  });
});

describe('the schedule that is told', () => {
  it('is as it was written until the first run', () => {
    const timing = timingOf('R5/2099-01-01/P1D', '', 0);
    expect(scheduleText(timing)).toBe('R5/2099-01-01/P1D');
    expect(scheduleText(afterDue(timing, at('2099-01-01T00:00:00Z')))).toBe('R4/2099-01-02T00:00:00.000Z/P1D');
  });

  it('loses a repetition by a run that was asked for, but keeps its start', () => {
    expect(scheduleText(taken(timingOf('R5/2099-01-01T00:00:00.000Z/PT1H', '', 0)))).toBe('R4/2099-01-01T00:00:00.000Z/PT1H');
    expect(scheduleText(taken(timingOf('R/2099-01-01T00:00:00.000Z/PT1H', '', 0)))).toBe('R/2099-01-01T00:00:00.000Z/PT1H');
  });

  it('tells the clock of its zone', () => {
    const timing = afterDue(timingOf('R/2024-03-30T02:30:00/P1D', 'Europe/Berlin', 0), at('2024-03-31T01:30:00Z'));
    expect(scheduleText(timing)).toBe('R/2024-04-01T02:30:00.000+02:00/P1D');
  });
});
