import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { Column, Sort } from './column.ts';
import { readSort, toggledSort, writeSort } from './sort-parameter.ts';

/** A table's order, kept in the URL so that a copied link and a reload show the same. */
export function useUrlSort<Row>(columns: readonly Column<Row>[], parameter: string, initial: Sort | undefined) {
  const [search, setSearch] = useSearchParams();
  const sortable = columns.filter((column) => column.sortValue).map((column) => column.id);
  const sort = readSort(search.get(parameter), sortable) ?? initial;
  const toggle = useCallback(
    (id: string) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          next.set(parameter, writeSort(toggledSort(sort, id)));
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch, parameter, sort],
  );
  return { sort, toggle };
}
