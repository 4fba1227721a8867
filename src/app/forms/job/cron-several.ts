import { type CronFields, readCron } from './cron-fields.ts';
import { scheduleOfFields } from './cron-schedule.ts';

/** What a cron expression that no single schedule describes comes to. */
export type CronParts =
  /** Schedules that together run when the expression does, in the order of week, day and hour. */
  | { schedules: string[] }
  /** There would be this many. */
  | { tooMany: number };

/** More jobs could hardly be kept in order. */
const MOST = 24;

/** The schedules that a cron expression comes to, one for each of its times; undefined where not even that runs as it does. */
export function severalOfCron(expression: string, zone: string, now: number): CronParts | undefined {
  const fields = readCron(expression);
  if (typeof fields === 'string') return undefined;
  const split = splitOf(fields);
  if (split === undefined) return undefined;
  const count = split.reduce((product, [, values]) => product * values.length, 1);
  if (count < 2) return undefined;
  if (count > MOST) return { tooMany: count };
  const parts = split.reduce<CronFields[]>(
    (all, [key, values]) => all.flatMap((part) => values.map((value) => ({ ...part, [key]: [value] }))),
    [fields],
  );
  const schedules = parts.map((part) => scheduleOfFields(part, zone, now));
  return schedules.every((each) => 'schedule' in each) ? { schedules: schedules.map(({ schedule }) => schedule) } : undefined;
}

type Split = [key: keyof CronFields, values: readonly number[]][];

/** By which fields an expression is to be split, so that each part is one period apart from itself. */
function splitOf({ minutes, hours, days, months, weekdays }: CronFields): Split | undefined {
  const everyDay = days.length === 31;
  const everyWeekday = weekdays.length === 7;
  const allYear = months.length === 12;
  const times: Split = [
    ['hours', hours],
    ['minutes', minutes],
  ];
  if (everyDay && everyWeekday) {
    if (!allYear) return undefined;
    return hours.length === 24 ? [['minutes', minutes]] : times;
  }
  if (everyDay) return allYear ? [['weekdays', weekdays], ...times] : undefined;
  if (!everyWeekday) return undefined;
  return allYear ? [['days', days], ...times] : [['months', months], ['days', days], ...times];
}
