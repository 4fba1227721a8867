import { Temporal } from 'temporal-polyfill';

/**
 * A repeating interval of ISO 8601 as Chronos takes it: `R[n]/<start>/<period>`, for example `R/2016-04-26T09:00:00Z/P1D`.
 * An empty start stands for the moment at which the job is created.
 */
export interface Schedule {
  /** How many runs are left; undefined: endless. */
  repetitions: number | undefined;
  /** As it was written, to the last digit; empty for now. */
  start: string;
  period: string;
}

/** What is wrong with a schedule; `period-zero` would fire for ever at one instant. */
export type ScheduleProblem = 'form' | 'start' | 'before-1970' | 'period' | 'period-negative' | 'period-zero';

const FORM = /^R(?<count>\d*)\/(?<start>[^/]*)\/(?<period>[^/]+)$/;
const START =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:T(?<hour>\d\d)(?::?(?<minute>\d\d)(?::?(?<second>\d\d(?:[.,]\d{1,9})?))?)?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/;

export function readSchedule(text: string): { schedule: Schedule } | { problem: ScheduleProblem } {
  const parts = FORM.exec(text)?.groups;
  if (!parts) return { problem: 'form' };
  const { count = '', start = '', period = '' } = parts;
  const schedule = { repetitions: count === '' ? undefined : Number(count), start, period };
  const problem = startProblem(start) ?? periodProblem(period);
  return problem === undefined ? { schedule } : { problem };
}

function startProblem(start: string): ScheduleProblem | undefined {
  if (start === '') return undefined;
  const at = wallClock(start);
  if (at === undefined) return 'start';
  return at.year < 1970 ? 'before-1970' : undefined;
}

function periodProblem(text: string): ScheduleProblem | undefined {
  const period = readPeriod(text);
  if (period === undefined) return 'period';
  if (period.sign < 0) return 'period-negative';
  // `P` names no length at all, which the real one takes: such a job runs once. A length of zero is a mistake.
  return period.blank && text !== 'P' ? 'period-zero' : undefined;
}

/** The period as a length of time; undefined when it is none. `P` is an empty one. */
export function readPeriod(text: string): Temporal.Duration | undefined {
  if (text === 'P') return new Temporal.Duration();
  try {
    return Temporal.Duration.from(text);
  } catch {
    return undefined;
  }
}

/** The fields of a start as they were written; what is left out is the first of its kind. */
function wallClock(start: string): Temporal.PlainDateTime | undefined {
  const fields = START.exec(start)?.groups;
  if (!fields) return undefined;
  const { year, month = '01', day = '01', hour = '00', minute = '00', second = '00' } = fields;
  try {
    return Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}:${second.replace(',', '.')}`, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** Whether clocks can be set by this name: an IANA zone, or an offset as `GMT+2`, `UTC+01:30`. Empty stands for UTC. */
export function isZone(name: string): boolean {
  return zoneOf(name) !== undefined;
}

function zoneOf(name: string): string | undefined {
  const offset = /^(?:GMT|UTC|UT)?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?$/.exec(name)?.groups;
  const zone = offset ? `${offset['sign']}${(offset['hours'] ?? '').padStart(2, '0')}:${offset['minutes'] ?? '00'}` : name || 'UTC';
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return zone;
  } catch {
    return undefined;
  }
}

/**
 * The start as a point in time on the clock that the job follows: that of `timeZone`, which takes the fields of the start as they
 * are written, else that of the start's own offset, else UTC. A time that a change of clocks leaves out is the one after the gap;
 * of a time that comes twice it is the first. `now` in milliseconds since the epoch stands for an empty start.
 */
export function startOf(schedule: Schedule, timeZone: string, now: number): Temporal.ZonedDateTime {
  const at = wallClock(schedule.start);
  const own = START.exec(schedule.start)?.groups?.['zone'] ?? 'Z';
  const zone = zoneOf(timeZone) ?? 'UTC';
  if (at === undefined) return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  return at.toZonedDateTime(timeZone === '' ? (zoneOf(own === 'Z' ? '' : own) ?? 'UTC') : zone);
}

/** The start of the n-th run after `first` (0: `first` itself), by the calendar and clock of its zone. */
export function nthRun(first: Temporal.ZonedDateTime, period: Temporal.Duration, n: number): Temporal.ZonedDateTime {
  return n === 0 ? first : first.add(times(period, n));
}

/** Counted from the first run rather than from the one before: the 31st is not lost to a February, nor 02:30 to a change of clocks. */
function times(period: Temporal.Duration, n: number): Temporal.Duration {
  const { years, months, weeks, days, hours, minutes, seconds, milliseconds } = period;
  return Temporal.Duration.from({
    years: years * n,
    months: months * n,
    weeks: weeks * n,
    days: days * n,
    hours: hours * n,
    minutes: minutes * n,
    seconds: seconds * n,
    milliseconds: milliseconds * n,
  });
}

/** How many runs start at or before `now` (milliseconds since the epoch), the first one counted: the number of the next run. */
export function runsUntil(first: Temporal.ZonedDateTime, period: Temporal.Duration, now: number): number {
  if (first.epochMilliseconds > now) return 0;
  if (period.blank) return 1;
  const length = nthRun(first, period, 1).epochMilliseconds - first.epochMilliseconds;
  // The calendar makes periods of unequal length: guess by the length of the first, then step to the right one.
  let n = Math.max(0, Math.floor((now - first.epochMilliseconds) / length));
  while (nthRun(first, period, n).epochMilliseconds > now)
    n -= Math.max(1, Math.floor((nthRun(first, period, n).epochMilliseconds - now) / length));
  while (nthRun(first, period, n + 1).epochMilliseconds <= now) n += 1;
  return n + 1;
}

/** A start as Chronos writes it once it has moved: with milliseconds, and the offset of its zone or `Z`. */
export function writeStart(at: Temporal.ZonedDateTime): string {
  const fields = at.toPlainDateTime().toString({ smallestUnit: 'millisecond' });
  return `${fields}${at.offsetNanoseconds === 0 ? 'Z' : at.offset}`;
}

export function writeSchedule({ repetitions, start, period }: Schedule): string {
  return `R${repetitions ?? ''}/${start}/${period}`;
}
