import type { ChronosJob } from '../../../api/chronos/job.ts';
import { nthRun, readPeriod, readSchedule, runsUntil, startOf } from '../../../api/chronos/schedule.ts';

export interface NextRuns {
  /** Milliseconds since the epoch. */
  times: number[];
  /** The clock that the schedule follows: a zone or an offset. */
  zone: string;
}

/**
 * The next runs of a schedule as Chronos tells it, whose start is the next run. None for one that is used up, disabled, or
 * that cannot be read. `now` stands for an empty start.
 */
export function nextRuns(schedule: string, timeZone: string, count: number, now: number): NextRuns {
  const read = readSchedule(schedule);
  if ('problem' in read) return { times: [], zone: 'UTC' };
  const { repetitions = Infinity, period } = read.schedule;
  const first = startOf(read.schedule, timeZone, now);
  const length = readPeriod(period);
  const most = length === undefined || length.blank ? 1 : count;
  const times = Array.from({ length: Math.min(most, count, repetitions) }, (_, n) =>
    length === undefined ? first.epochMilliseconds : nthRun(first, length, n).epochMilliseconds,
  );
  return { times, zone: first.timeZoneId };
}

/**
 * The next runs of a schedule that Chronos is given now. A start that is over is made up for once, at once (`now`); the runs after
 * that follow the schedule.
 */
export function runsFromNow(schedule: string, timeZone: string, count: number, now: number): NextRuns {
  const read = readSchedule(schedule);
  const length = 'problem' in read ? undefined : readPeriod(read.schedule.period);
  const whole = nextRuns(schedule, timeZone, count, now);
  if ('problem' in read || length === undefined || whole.times[0] === undefined || whole.times[0] >= now) return whole;
  if (length.blank) return { ...whole, times: [now] };
  const first = startOf(read.schedule, timeZone, now);
  const passed = runsUntil(first, length, now);
  const later = Array.from({ length: whole.times.length - 1 }, (_, n) => nthRun(first, length, passed + n).epochMilliseconds);
  return { ...whole, times: [now, ...later] };
}

/** Jobs are never changed in place, and thousands of them are looked at each few seconds. */
const known = new WeakMap<ChronosJob, number | undefined>();

/** When a job runs next by the clock; undefined when it does not. `now` stands for an empty start, at the first look at a job. */
export function nextRunOf(job: ChronosJob, now: number): number | undefined {
  if (job.disabled || !('schedule' in job)) return undefined;
  if (!known.has(job)) known.set(job, nextRuns(job.schedule, job.scheduleTimeZone, 1, now).times[0]);
  return known.get(job);
}

/** How long a run may be late before that is said: Chronos looks once a second. */
const LATE_MS = 5_000;

/** Whether a run that should have begun is worth a word. Both in milliseconds since the epoch. */
export const isOverdue = (due: number, now: number): boolean => due < now - LATE_MS;
