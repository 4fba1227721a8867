import { useCallback, useDeferredValue, useMemo } from 'react';
import { useSearchText } from '../util/use-search-text.ts';
import type { FilterFields } from './filter-fields.ts';
import type { FilterProblem } from './filter-problem.ts';
import { readFilter } from './read-filter.ts';

export interface TableFilter<Row> {
  /** As it is written. */
  text: string;
  setText: (text: string) => void;
  clear: () => void;
  /** The rows that it leaves; undefined while there are none yet. */
  shown: Row[] | undefined;
  problems: readonly FilterProblem[];
}

const NO_ROWS: never[] = [];

/** The filter of a table, in the URL: `?q=is:running`. The rows follow what is typed as soon as there is time to draw them. */
export function useTableFilter<Row extends object>(fields: FilterFields<Row>, rows: Row[] | undefined, parameter = 'q'): TableFilter<Row> {
  const [text, setText] = useSearchText(parameter);
  const read = useDeferredValue(text);
  // Ages are counted anew with each change of the rows, which is never long ago.
  const { test, problems } = useMemo(() => readFilter(read, fields, rows ?? NO_ROWS, Date.now), [read, fields, rows]);
  const shown = useMemo(() => (test === undefined ? rows : rows?.filter(test)), [test, rows]);
  const clear = useCallback(() => setText(''), [setText]);
  return { text, setText, clear, shown, problems };
}
