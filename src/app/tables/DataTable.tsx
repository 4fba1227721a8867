import { type ReactNode, useContext, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { classNames } from '../util/class-names.ts';
import { ScrollParentContext } from '../util/scroll-parent.ts';
import { reaches, useBreakpoint } from '../util/use-breakpoint.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { Column, Sort } from './column.ts';
import { hideParameter, readHidden, shownColumns } from './hidden-columns.ts';
import { TableHeader } from './TableHeader.tsx';
import { TableRows } from './TableRows.tsx';
import { useSortedRows } from './use-sorted-rows.ts';
import { useUrlSort } from './use-url-sort.ts';

export interface DataTableProps<Row extends object> {
  /** Names the table for screen readers. */
  label: string;
  /** Keep it stable between renders (module scope or useMemo). */
  columns: readonly Column<Row>[];
  /** Undefined while loading: shows a skeleton. */
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Makes the whole row a link. */
  rowLink?: (row: Row) => string | undefined;
  /** Whether a row is ticked: it is tinted then. */
  rowChosen?: (row: Row) => boolean;
  /** Comes before the chosen order and is never reversed, as for folders. Keep it stable between renders. */
  rank?: (row: Row) => number;
  initialSort?: Sort;
  /** Another name when a page has several tables. */
  sortParameter?: string;
  /** Shown in place of rows when there are none. */
  empty: ReactNode;
  /** Shown in place of rows, as when they could not be loaded. */
  error?: ReactNode;
  /** The rows are older than they should be. */
  stale?: boolean;
}

const NO_ROWS: never[] = [];
const SKELETON_ROWS = [0, 1, 2, 3, 4];

/** A table of any length: only the rows near the window are in the page. Sorted by its headers; the order and what columns are hidden are in the URL. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, initialSort, sortParameter = 'sort', empty, error, stale, rank } = props;
  const own = useRef<HTMLDivElement>(null);
  const scrollParent = useContext(ScrollParentContext);
  const width = useBreakpoint();
  const hidden = useSearchParams()[0].get(hideParameter(sortParameter));
  const visible = useMemo(
    () => shownColumns(columns, readHidden(hidden)).filter(({ from }) => from === undefined || reaches(width, from)),
    [columns, hidden, width],
  );
  const { sort, toggle } = useUrlSort(columns, sortParameter, initialSort);
  const sorted = useSortedRows(rows ?? NO_ROWS, columns, sort, rank);
  const template = visible.map((column) => column.width ?? 'minmax(0, 1fr)').join(' ');
  const hasRows = error === undefined && sorted.length > 0;

  return (
    <div
      ref={own}
      className={classNames('rounded-lg border border-line bg-surface', !scrollParent && 'max-h-[60vh] overflow-auto', stale && 'stale')}
    >
      <table aria-label={label} aria-rowcount={sorted.length + 1} aria-busy={rows === undefined && error === undefined} className="block">
        <TableHeader columns={visible} template={template} sort={sort} onToggle={toggle} />
        {hasRows && (
          <TableRows
            rows={sorted}
            columns={visible}
            template={template}
            rowKey={props.rowKey}
            rowLink={props.rowLink}
            rowChosen={props.rowChosen}
            scrollElement={scrollParent ?? own}
          />
        )}
      </table>
      {!hasRows && (error ?? (rows === undefined ? <LoadingRows /> : empty))}
    </div>
  );
}

function LoadingRows() {
  return (
    <div className="flex flex-col gap-4 p-4">
      {SKELETON_ROWS.map((row) => (
        <Skeleton key={row} />
      ))}
    </div>
  );
}
