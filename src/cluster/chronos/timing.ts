import { Temporal } from 'temporal-polyfill';
import {
  nthRun,
  readPeriod,
  readSchedule,
  runsUntil,
  startOf,
  writeSchedule,
  writeStart,
  type Schedule,
} from '../../api/chronos/schedule.ts';
import type { Timing } from './state.ts';

/** When a scheduled job runs next, and what a run does to its schedule. Pure: times are given, in ms since the epoch. */

export function timingOf(schedule: string, timeZone: string, now: number): Timing {
  const { repetitions, period } = parsed(schedule);
  const first = startOf(parsed(schedule), timeZone, now);
  const firstAt = first.epochMilliseconds;
  return { kind: 'scheduled', schedule, timeZone, clock: first.timeZoneId, period, firstAt, next: 0, left: repetitions, moved: false };
}

/** The moment of the next run; undefined when none is left. */
export function nextRunAt(timing: Timing): number | undefined {
  if (timing.left === 0) return undefined;
  const period = periodOf(timing);
  // A period of no length (`P`) has one run.
  if (period.blank && timing.next > 0) return undefined;
  return nthRun(clockOf(timing), period, timing.next).epochMilliseconds;
}

/**
 * After the run that was due: it takes one repetition, and the next run is the first one after `now`. Whatever was missed
 * meanwhile, as while the cluster was down, is made up for by this one run.
 */
export function afterDue(timing: Timing, now: number): Timing {
  return { ...taken(timing), next: Math.max(timing.next + 1, runsUntil(clockOf(timing), periodOf(timing), now)), moved: true };
}

/** After a run that somebody asked for: it takes one repetition, the next run stays when it was. */
export function taken(timing: Timing): Timing {
  return { ...timing, left: timing.left === undefined ? undefined : Math.max(0, timing.left - 1) };
}

/** The schedule as the API tells it: as it was written until a run has moved its start. */
export function scheduleText(timing: Timing): string {
  const schedule = parsed(timing.schedule);
  if (!timing.moved)
    return timing.left === schedule.repetitions ? timing.schedule : writeSchedule({ ...schedule, repetitions: timing.left });
  const start = writeStart(nthRun(clockOf(timing), periodOf(timing), timing.next));
  return writeSchedule({ repetitions: timing.left, start, period: schedule.period });
}

function parsed(text: string): Schedule {
  const read = readSchedule(text);
  if ('problem' in read) throw new Error(`'${text}' was taken as a schedule but is none (${read.problem}).`);
  return read.schedule;
}

const periodOf = ({ period }: Timing): Temporal.Duration => readPeriod(period) ?? new Temporal.Duration();

/** The first run on the clock that the schedule follows. */
const clockOf = ({ clock, firstAt }: Timing): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(firstAt).toZonedDateTimeISO(clock);
