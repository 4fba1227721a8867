import { Temporal } from 'temporal-polyfill';
import type { JobRun } from '../../../api/chronos/job.ts';

/** What a row of the map stands for; its cells are days, hours, or five minutes. */
export type HeatUnit = 'week' | 'day' | 'hour';

export interface HeatRow {
  /** When it begins on the reader's clock: `2026-11-23`, for hours `2026-11-23 09:00`. */
  label: string;
  /** The runs of each cell, newest first. */
  cells: JobRun[][];
}

export interface HeatMap {
  unit: HeatUnit;
  /** The latest first. */
  rows: HeatRow[];
}

/** As many rows as are taken in at a glance: the finest unit is taken that all runs fit into. */
const MOST_ROWS = 14;
const UNITS: HeatUnit[] = ['hour', 'day', 'week'];
const CELLS: Record<HeatUnit, number> = { week: 7, day: 24, hour: 12 };
const MINUTES_A_CELL = 5;

/** The runs by the time they were due, in rows without gaps. `zone`: the reader's. */
export function heatMapOf(runs: readonly JobRun[], zone: string): HeatMap {
  const placed = runs
    .map((run) => ({ run, at: Temporal.Instant.from(run.scheduled).toZonedDateTimeISO(zone).toPlainDateTime() }))
    .toSorted((a, b) => Temporal.PlainDateTime.compare(b.at, a.at));
  const latest = placed[0]?.at;
  const earliest = placed.at(-1)?.at;
  if (latest === undefined || earliest === undefined) return { unit: 'day', rows: [] };
  const unit = UNITS.find((each) => rowsBetween(rowOf(earliest, each), rowOf(latest, each), each) < MOST_ROWS) ?? 'week';
  const newest = rowOf(latest, unit);
  const count = Math.min(MOST_ROWS, rowsBetween(rowOf(earliest, unit), newest, unit) + 1);
  const rows = Array.from({ length: count }, (_, back) => emptyRow(newest.subtract({ [`${unit}s`]: back }), unit));
  for (const { run, at } of placed) rows[rowsBetween(rowOf(at, unit), newest, unit)]?.cells[cellOf(at, unit)]?.push(run);
  return { unit, rows };
}

/** What stands above the cells of a row: days, every sixth hour, every quarter of an hour. `weekday`: the word for 1 (Monday) to 7. */
export function headingsOf(unit: HeatUnit, weekday: (day: number) => string): string[] {
  return Array.from({ length: CELLS[unit] }, (_, cell) => {
    if (unit === 'week') return weekday(cell + 1);
    if (unit === 'day') return cell % 6 === 0 ? pad(cell) : '';
    return cell % 3 === 0 ? `:${pad(cell * MINUTES_A_CELL)}` : '';
  });
}

const pad = (part: number): string => String(part).padStart(2, '0');

/** The worst that became of the runs of a cell decides how it looks: what goes on, else a failure, else the latest run. */
export function tellingRun(runs: readonly JobRun[]): JobRun | undefined {
  return runs.find(({ finished }) => finished === undefined) ?? runs.find(({ state }) => state === 'failure') ?? runs[0];
}

function rowOf(at: Temporal.PlainDateTime, unit: HeatUnit): Temporal.PlainDateTime {
  if (unit === 'hour') return at.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const day = at.toPlainDate().toPlainDateTime();
  return unit === 'day' ? day : day.subtract({ days: day.dayOfWeek - 1 });
}

function rowsBetween(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime, unit: HeatUnit): number {
  return from.until(to, { largestUnit: unit })[`${unit}s`];
}

function cellOf(at: Temporal.PlainDateTime, unit: HeatUnit): number {
  if (unit === 'week') return at.dayOfWeek - 1;
  return unit === 'day' ? at.hour : Math.floor(at.minute / MINUTES_A_CELL);
}

const emptyRow = (from: Temporal.PlainDateTime, unit: HeatUnit): HeatRow => ({
  label: unit === 'hour' ? from.toString({ smallestUnit: 'minute' }).replace('T', ' ') : from.toPlainDate().toString(),
  cells: Array.from({ length: CELLS[unit] }, () => []),
});
