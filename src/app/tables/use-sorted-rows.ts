import { useMemo } from 'react';
import type { Column, Sort, SortValue } from './column.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export function compareValues(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/**
 * The rows in the table's order. `rank` comes before any column and is never reversed: folders before files. Rows without a
 * value come last either way. The order of equal rows is that of `rows`.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
  rank?: (row: Row) => number,
): Row[] {
  const sortValue = columns.find(({ id }) => id === sort?.id)?.sortValue;
  const direction = sort?.descending ? -1 : 1;
  // each row is asked for its values once, not at each comparison
  const keyed = rows.map((row) => ({ row, rank: rank?.(row) ?? 0, value: sortValue?.(row) }));
  keyed.sort((a, b) => {
    if (a.rank !== b.rank) return a.rank - b.rank;
    if (a.value === undefined || b.value === undefined) return Number(a.value === undefined) - Number(b.value === undefined);
    return direction * compareValues(a.value, b.value);
  });
  return keyed.map(({ row }) => row);
}

export function useSortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
  rank?: (row: Row) => number,
): Row[] {
  const id = sort?.id;
  const descending = sort?.descending ?? false;
  return useMemo(
    () => sortRows(rows, columns, id === undefined ? undefined : { id, descending }, rank),
    [rows, columns, id, descending, rank],
  );
}
