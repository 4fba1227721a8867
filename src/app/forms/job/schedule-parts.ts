import { readPeriod } from '../../../api/chronos/schedule.ts';

/** The parts of a schedule that the builder has fields for. What they cannot show is empty in them and stays in the text. */
export interface ScheduleParts {
  /** Digits; empty: endless. */
  repetitions: string;
  /** `2026-01-31`, `09:30:00`; both empty for a start at once. */
  date: string;
  time: string;
  count: string;
  unit: PeriodUnit | '';
}

export const PERIOD_UNITS = ['minutes', 'hours', 'days', 'weeks', 'months', 'years', 'seconds'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

const LETTERS: Record<PeriodUnit, [before: string, after: string]> = {
  seconds: ['PT', 'S'],
  minutes: ['PT', 'M'],
  hours: ['PT', 'H'],
  days: ['P', 'D'],
  weeks: ['P', 'W'],
  months: ['P', 'M'],
  years: ['P', 'Y'],
};

const START = /^(?<date>\d{4}-\d\d-\d\d)(?:T(?<time>\d\d:\d\d(?::\d\d)?))?(?<rest>.*)$/;

/** `R`, start and period of a text that need not be a schedule yet. */
function pieces(text: string): [head: string, start: string, period: string] {
  const [head = 'R', start = '', ...period] = text.split('/');
  return [head, start, period.join('/')];
}

export function partsOf(text: string): ScheduleParts {
  const [head, start, period] = pieces(text);
  const at = START.exec(start)?.groups;
  const length = readPeriod(period);
  const units = PERIOD_UNITS.filter((unit) => length !== undefined && length[unit] !== 0);
  const [unit = ''] = units.length === 1 ? units : [];
  const time = at?.['time'] ?? (at ? '00:00:00' : '');
  return {
    repetitions: /^R(\d*)$/.exec(head)?.[1] ?? '',
    date: at?.['date'] ?? '',
    time: time.length === 5 ? `${time}:00` : time,
    count: unit === '' ? '' : String(length?.[unit] ?? ''),
    unit,
  };
}

export const withRepetitions = (text: string, repetitions: string): string => {
  const [, start, period] = pieces(text);
  return `R${repetitions.trim()}/${start}/${period}`;
};

/** Another moment of the start; its offset stays. No date: at once. */
export function withStart(text: string, { date, time }: Pick<ScheduleParts, 'date' | 'time'>): string {
  const [head, start, period] = pieces(text);
  if (date === '') return `${head}//${period}`;
  const offset = /(?:Z|[+-]\d\d(?::?\d\d)?)$/.exec(START.exec(start)?.groups?.['rest'] ?? '')?.[0] ?? 'Z';
  const clock = time === '' ? '00:00:00' : time.length === 5 ? `${time}:00` : time;
  return `${head}/${date}T${clock}${offset}/${period}`;
}

export function withPeriod(text: string, count: string, unit: PeriodUnit): string {
  const [head, start] = pieces(text);
  const [before, after] = LETTERS[unit];
  return `${head}/${start}/${before}${count.trim()}${after}`;
}
