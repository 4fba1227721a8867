import type { ChronosWords } from '../../i18n/chronos-words.ts';
import { readPeriod, readSchedule } from '../../../api/chronos/schedule.ts';

type PeriodWords = ChronosWords['sentence'];

/** A schedule in plain words, without its start: `every day`, `every 2 hours and 30 minutes, 3 times`. */
export function scheduleSentence(schedule: string, words: PeriodWords): string {
  const read = readSchedule(schedule);
  if ('problem' in read) return words.unreadable;
  const { repetitions, period } = read.schedule;
  if (repetitions === 0) return words.never;
  const length = periodWords(period, words);
  if (length === undefined || repetitions === 1) return words.once;
  return repetitions === undefined ? words.every(length) : `${words.every(length)}, ${words.times(repetitions)}`;
}

function periodWords(text: string, { units, and }: PeriodWords): string | undefined {
  const period = readPeriod(text);
  if (!period || period.blank) return undefined;
  const kinds = Object.keys(units) as (keyof typeof units)[];
  const parts = kinds.filter((kind) => period[kind] !== 0);
  const [only] = parts;
  // "every day" rather than "every 1 day"
  if (only !== undefined && parts.length === 1 && period[only] === 1) return units[only].one;
  return parts.map((kind) => (period[kind] === 1 ? `1 ${units[kind].one}` : units[kind].several(period[kind]))).join(` ${and} `);
}
