/** How numbers, sizes and times are written, everywhere: in the language, the time zone and the form of hours that are chosen. */
import { currentLocale, type Language, type Locale } from './locale.ts';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** Bytes in binary units with at most one decimal: `1.5 GiB`. */
export function formatBytes(bytes: number): string {
  let value = Math.max(bytes, 0);
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  // 1023.96 would be written as 1024: step up once more.
  if (Number(value.toFixed(1)) >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${trimmed(value, unit === 0 ? 0 : 1)} ${UNITS[unit]}`;
}

/** Megabytes as Mesos and Marathon count memory and disk (binary): `512 MiB`, `1.5 GiB`. */
export function formatMegabytes(megabytes: number): string {
  return megabytes === 0 ? '0 MiB' : formatBytes(megabytes * 1024 * 1024);
}

/** CPUs and GPUs to two decimals without needless zeros: `0.1`, `2`. */
export function formatCpus(cpus: number): string {
  return trimmed(cpus, 2);
}

/** A share of a whole: `14%`; never 0 % for something, never 100 % for less than all. */
export function formatPercent(fraction: number): string {
  if (!Number.isFinite(fraction) || fraction <= 0) return '0%';
  if (fraction < 0.01) return '<1%';
  if (fraction < 1 && fraction > 0.99) return '99%';
  return `${Math.round(fraction * 100)}%`;
}

export function formatCount(count: number): string {
  return count.toLocaleString(currentLocale().language);
}

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const relativeTo: Record<Language, Intl.RelativeTimeFormat> = {
  en: new Intl.RelativeTimeFormat('en', { numeric: 'auto' }),
  ja: new Intl.RelativeTimeFormat('ja', { numeric: 'auto' }),
};

/** `3 minutes ago`, `3 分前`, `in 2 days`, `now`. Both times in milliseconds since the epoch. */
export function formatRelative(at: number, now: number): string {
  const relative = relativeTo[currentLocale().language];
  const seconds = Math.round((at - now) / 1000);
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  if (!step) return relative.format(0, 'second');
  return relative.format(Math.trunc(seconds / step[1]), step[0]);
}

/** Making a format is a hundred times slower than using it. */
const dateTimes = new Map<string, Intl.DateTimeFormat>();

function dateTimeIn({ language, timeZone, hourCycle }: Locale): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${hourCycle}`;
  const known = dateTimes.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone, hourCycle });
  dateTimes.set(key, made);
  return made;
}

/** Date and time to the second, in the chosen time zone. Milliseconds since the epoch. */
export function formatDateTime(at: number): string {
  return dateTimeIn(currentLocale()).format(at);
}

const UNIT_WORDS: Record<Language, { units: readonly string[]; space: string }> = {
  en: { units: ['d', 'h', 'min', 's'], space: ' ' },
  ja: { units: ['日', '時間', '分', '秒'], space: '' },
};

/** A length of time: `850 ms`, `12 s`, `3 min 5 s`, `2 h 10 min`, `4 d 3 h`; `3分 5秒`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))} ms`;
  const { units, space } = UNIT_WORDS[currentLocale().language];
  const seconds = Math.round(milliseconds / 1000);
  const amounts = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const first = amounts.findIndex((amount) => amount > 0);
  return amounts
    .map((amount, index) => (amount > 0 && index < first + 2 ? `${amount}${space}${units[index] ?? ''}` : ''))
    .filter((part) => part !== '')
    .join(' ');
}
