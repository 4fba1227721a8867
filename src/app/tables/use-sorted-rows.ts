import { createSortedRowModel, rowSortingFeature, type SortFn, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Column, Sort, SortValue } from './column.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const RANK = 'rank';

export function compareValues(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/**
 * The rows in the table's order. `rank` comes before any column and is never reversed: folders before files.
 * The order of equal rows is that of `rows`.
 */
export function useSortedRows<Row extends object>(
  rows: Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
  rank?: (row: Row) => number,
): Row[] {
  const definitions = useMemo(() => {
    const sortFn: SortFn<Features, Row> = (a, b, id) => compareValues(a.getValue(id), b.getValue(id));
    const column = (id: string, accessorFn: (row: Row) => SortValue) => ({ id, accessorFn, sortFn, sortUndefined: 'last' as const });
    const sortable = columns.flatMap(({ id, sortValue }) => (sortValue ? [column(id, sortValue)] : []));
    return rank ? [column(RANK, rank), ...sortable] : sortable;
  }, [columns, rank]);
  const ranked = rank !== undefined;
  const sortId = sort?.id;
  const desc = sort?.descending ?? false;
  const sorting = useMemo(() => {
    const chosen = sortId === undefined ? [] : [{ id: sortId, desc }];
    return ranked ? [{ id: RANK, desc: false }, ...chosen] : chosen;
  }, [ranked, sortId, desc]);
  const table = useTable({ features, columns: definitions, data: rows, state: { sorting } });
  return table.getRowModel().rows.map((row) => row.original);
}
