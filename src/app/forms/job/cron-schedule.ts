import { Temporal } from 'temporal-polyfill';
import { cronTimes, type CronFields, readCron } from './cron-fields.ts';

/** Why a cron expression has no schedule of ISO 8601, whose runs are all one period apart. */
export type CronProblem =
  | 'form'
  | 'reboot'
  | 'uneven-minutes'
  | 'uneven-hours'
  | 'several-times'
  | 'several-weekdays'
  | 'several-days'
  | 'uneven-months'
  | 'missing-day'
  | 'day-or-weekday'
  | 'not-all-year'
  | 'never';

export type CronSchedule =
  /** `drifts`: the period is in hours, which a change of clocks does not follow as cron does. */
  { schedule: string; drifts: boolean } | { problem: CronProblem };

/** The schedule that runs when the cron expression does on the clock of `zone`, from the first time after `now` (ms) on. */
export function scheduleOfCron(expression: string, zone: string, now: number): CronSchedule {
  const fields = readCron(expression);
  return typeof fields === 'string' ? { problem: fields } : scheduleOfFields(fields, zone, now);
}

export function scheduleOfFields(fields: CronFields, zone: string, now: number): CronSchedule {
  const period = periodOf(fields);
  if ('problem' in period) return period;
  const first = firstTime(fields, zone === '' ? 'UTC' : zone, now);
  if (first === undefined) return { problem: 'never' };
  const start = first.toPlainDateTime().toString({ smallestUnit: 'second' });
  return { schedule: `R/${start}Z/${period.period}`, drifts: /T\d+H$/.test(period.period) && period.period !== 'PT1H' };
}

const full = (values: readonly number[], size: number): boolean => values.length === size;

/** The distance between neighbours, around the clock too; undefined when it is not always the same. */
function stepOf(values: readonly number[], size: number): number | undefined {
  const step = size / values.length;
  const [first = 0] = values;
  return Number.isInteger(step) && values.every((value, index) => value === first + index * step) ? step : undefined;
}

function periodOf({ minutes, hours, days, months, weekdays }: CronFields): { period: string } | { problem: CronProblem } {
  const everyDay = full(days, 31);
  const everyWeekday = full(weekdays, 7);
  if (!everyDay && !everyWeekday) return { problem: 'day-or-weekday' };
  if (full(months, 12) && everyDay && everyWeekday) return periodInDay(minutes, hours);
  if (minutes.length > 1 || hours.length > 1) return { problem: everyDay && everyWeekday ? 'not-all-year' : 'several-times' };
  if (!everyWeekday) {
    if (weekdays.length > 1) return { problem: 'several-weekdays' };
    return full(months, 12) ? { period: 'P1W' } : { problem: 'not-all-year' };
  }
  if (everyDay) return { problem: 'not-all-year' };
  return periodInYear(days, months);
}

function periodInDay(minutes: readonly number[], hours: readonly number[]): { period: string } | { problem: CronProblem } {
  if (full(hours, 24)) {
    const step = stepOf(minutes, 60);
    if (step === undefined) return { problem: 'uneven-minutes' };
    return { period: step === 60 ? 'PT1H' : `PT${step}M` };
  }
  if (minutes.length > 1) return { problem: 'several-times' };
  const step = stepOf(hours, 24);
  if (step === undefined) return { problem: 'uneven-hours' };
  return { period: step === 24 ? 'P1D' : `PT${step}H` };
}

function periodInYear(days: readonly number[], months: readonly number[]): { period: string } | { problem: CronProblem } {
  const [day = 1] = days;
  if (days.length > 1) return { problem: 'several-days' };
  const step = stepOf(months, 12);
  if (step === undefined) return { problem: 'uneven-months' };
  // Cron leaves out a month without this day, a period takes its last day.
  if (day > 28 && !(months.length === 1 && day <= shortestOf(months[0] ?? 1))) return { problem: 'missing-day' };
  return { period: step === 12 ? 'P1Y' : `P${step}M` };
}

const shortestOf = (month: number): number => new Temporal.PlainYearMonth(2023, month).daysInMonth;

function firstTime(fields: CronFields, zone: string, now: number): Temporal.ZonedDateTime | undefined {
  const from = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  // A leap day is four years off at most, eight around 2100.
  for (let day = 0; day <= 366 * 8; day += 1) {
    const date = from.toPlainDate().add({ days: day });
    const time = cronTimes(fields, date).find((each) => each.toZonedDateTime(zone).epochMilliseconds > now);
    if (time) return time.toZonedDateTime(zone);
  }
  return undefined;
}
