import { type RefObject, Suspense } from 'react';
import type { Column } from './column.ts';
import { TableRow } from './TableRow.tsx';
import { lazyPart } from '../util/load-again.ts';

export interface TableRowsProps<Row> {
  rows: Row[];
  columns: readonly Column<Row>[];
  template: string;
  rowKey: (row: Row) => string;
  rowLink?: ((row: Row) => string | undefined) | undefined;
  rowChosen?: ((row: Row) => boolean) | undefined;
  scrollElement: RefObject<HTMLElement | null>;
}

/** Up to this many rows the page holds them all; the code for longer tables is loaded when one is met. */
const ALL_ROWS_UP_TO = 60;
/** What is shown of a long table until its code is there: a screenful. */
const FIRST_ROWS = 30;

const VirtualRows = lazyPart<TableRowsProps<unknown>>(async () => ({ default: (await import('./VirtualRows.tsx')).VirtualRows<unknown> }));

export function TableRows<Row>(props: TableRowsProps<Row>) {
  if (props.rows.length <= ALL_ROWS_UP_TO) return <AllRows {...props} />;
  // a lazy component cannot be generic: the rows are its own business alone
  const untyped = props as unknown as TableRowsProps<unknown>;
  return (
    <Suspense fallback={<AllRows {...props} rows={props.rows.slice(0, FIRST_ROWS)} />}>
      <VirtualRows {...untyped} />
    </Suspense>
  );
}

function AllRows<Row>({ rows, columns, template, rowKey, rowLink, rowChosen }: TableRowsProps<Row>) {
  return (
    <tbody className="block">
      {rows.map((row, index) => (
        <TableRow
          key={rowKey(row)}
          row={row}
          index={index}
          columns={columns}
          template={template}
          link={rowLink?.(row)}
          chosen={rowChosen?.(row) ?? false}
        />
      ))}
    </tbody>
  );
}
