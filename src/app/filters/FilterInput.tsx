import { Suspense } from 'react';
import { classNames } from '../util/class-names.ts';
import type { Column } from '../tables/column.ts';
import { lazyPart } from '../util/load-again.ts';
import type { FilterFields } from './filter-fields.ts';
import type { TableFilter } from './use-table-filter.ts';

export interface FilterInputProps<Row extends object> {
  label: string;
  placeholder?: string;
  filter: Pick<TableFilter<Row>, 'text' | 'setText' | 'problems'>;
  fields: FilterFields<Row>;
  /** All rows, whose values are offered. */
  rows: readonly Row[] | undefined;
  className?: string;
  /** Those of the table, which can be hidden from beside the filter. */
  columns?: readonly Column<Row>[];
  /** That of the table, when a page has several. */
  sortParameter?: string;
  /** Whether the saved views of the page are beside it; false where another table of the page has them. */
  views?: boolean;
}

const FilterBox = lazyPart<FilterInputProps<object>>(async () => ({ default: (await import('./FilterBox.tsx')).FilterBox }));

/** Where the filter of a table is written: with completion, and with what is wrong marked in its place. Escape empties it. */
export function FilterInput<Row extends object>(props: FilterInputProps<Row>) {
  // a lazy component cannot be generic: the rows are its own business alone
  const untyped = props as unknown as FilterInputProps<object>;
  return (
    <Suspense fallback={<div className={classNames('h-9 rounded-md border border-line bg-surface', props.className)} />}>
      <FilterBox {...untyped} />
    </Suspense>
  );
}
