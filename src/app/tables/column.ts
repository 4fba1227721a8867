import type { ReactNode } from 'react';
import type { Breakpoint } from '../util/use-breakpoint.ts';

export type SortValue = string | number | undefined;

/** One column of a DataTable. */
export interface Column<Row> {
  /** Its name in the URL's sort parameter. */
  id: string;
  header: string;
  /** Drawn in place of the header's words, which stay its accessible name: a checkbox for all rows, an icon. */
  headerCell?: ReactNode;
  /** Explains the column, on hover or focus of a mark beside its header. */
  help?: { label: string; content: ReactNode };
  cell: (row: Row) => ReactNode;
  /** Controls beside the cell's content that are not part of the row's link. */
  aside?: (row: Row) => ReactNode;
  /** Makes the column sortable. Rows without a value come last either way; text compares as people read it (a2 before a10). */
  sortValue?: (row: Row) => SortValue;
  /** A track of CSS grid; default an equal share of the width. */
  width?: string;
  align?: 'start' | 'end';
  /** Left out on windows that do not reach this width. */
  from?: Breakpoint;
  /** The column whose content is the row's link, when the table has `rowLink`. Default: the first. */
  primary?: boolean;
  /** Its cells hold controls that must stay clickable above the row's link. */
  interactive?: boolean;
}

export interface Sort {
  id: string;
  descending: boolean;
}
