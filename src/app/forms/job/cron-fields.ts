import type { Temporal } from 'temporal-polyfill';

/** The values at which each field of a cron expression is met, in order. Weekdays from 0, Sunday. */
export interface CronFields {
  minutes: number[];
  hours: number[];
  days: number[];
  months: number[];
  weekdays: number[];
}

const NICKNAMES: Partial<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Five fields as crontab(5) has them, or a word like `@daily`. */
export function readCron(expression: string): CronFields | 'form' | 'reboot' {
  const text = expression.trim().toLowerCase();
  if (text === '@reboot') return 'reboot';
  const fields = (NICKNAMES[text] ?? text).split(/\s+/);
  if (fields.length !== 5) return 'form';
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const minutes = valuesOf(minute, 0, 59);
  const hours = valuesOf(hour, 0, 23);
  const days = valuesOf(day, 1, 31);
  const months = valuesOf(month, 1, 12, MONTHS);
  const sundays = valuesOf(weekday, 0, 7, WEEKDAYS);
  if (!minutes || !hours || !days || !months || !sundays) return 'form';
  const weekdays = [...new Set(sundays.map((value) => value % 7))].toSorted((a, b) => a - b);
  return { minutes, hours, days, months, weekdays };
}

/** A list of `*`, `5`, `1-5`, each with a step: `0-30/15`. Undefined when it is none. */
function valuesOf(field: string, least: number, most: number, names: readonly string[] = []): number[] | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:(?<all>\*)|(?<from>\w+)(?:-(?<to>\w+))?)(?:\/(?<step>\d+))?$/.exec(part)?.groups;
    if (!match) return undefined;
    const { all, from = '', to, step } = match;
    const start = all ? least : numberOf(from, least, names);
    const end = all ? most : to === undefined ? (step === undefined ? start : most) : numberOf(to, least, names);
    const by = Number(step ?? 1);
    if (start === undefined || end === undefined || start < least || end > most || start > end || by === 0) return undefined;
    for (let value = start; value <= end; value += by) values.add(value);
  }
  return [...values].toSorted((a, b) => a - b);
}

function numberOf(text: string, least: number, names: readonly string[]): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const named = names.indexOf(text);
  return named === -1 ? undefined : named + least;
}

/** The times of a day at which all fields are met. Not for expressions that restrict days and weekdays at once. */
export function cronTimes(fields: CronFields, date: Temporal.PlainDate): Temporal.PlainDateTime[] {
  const met = fields.months.includes(date.month) && fields.days.includes(date.day) && fields.weekdays.includes(date.dayOfWeek % 7);
  if (!met) return [];
  return fields.hours.flatMap((hour) => fields.minutes.map((minute) => date.toPlainDateTime({ hour, minute })));
}
