import type { ChronosJob } from '../../../api/chronos/job.ts';
import { nthRun, readPeriod, readSchedule, startOf } from '../../../api/chronos/schedule.ts';

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

/** When a job runs next by the clock; undefined when it does not. */
export function nextRunOf(job: ChronosJob, now: number): number | undefined {
  if (job.disabled || !('schedule' in job)) return undefined;
  return nextRuns(job.schedule, job.scheduleTimeZone, 1, now).times[0];
}
