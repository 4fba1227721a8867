import { type CSSProperties, memo, type Ref } from 'react';
import { Link } from 'react-router';
import { classNames } from '../util/class-names.ts';
import type { Column } from './column.ts';

export interface TableRowProps<Row> {
  row: Row;
  /** Counts from 0. */
  index: number;
  columns: readonly Column<Row>[];
  template: string;
  link: string | undefined;
  /** It is ticked. */
  chosen: boolean;
  /** Where a row is put by hand, instead of below the one before. */
  placement?: { className: string; style: CSSProperties; ref: Ref<HTMLTableRowElement> };
}

export function TableRow<Row>({ row, index, columns, template, link, chosen, placement }: TableRowProps<Row>) {
  return (
    <tr
      ref={placement?.ref}
      data-index={index}
      aria-rowindex={index + 2}
      className={classNames(
        'relative grid min-h-(--row-height) items-center gap-x-3 border-b border-line px-3 xl:gap-x-5 last:border-b-0',
        placement?.className,
        chosen && 'bg-accent-soft/50',
        link !== undefined && 'focus-within:bg-hover hover:bg-hover',
      )}
      style={{ gridTemplateColumns: template, ...placement?.style }}
    >
      <RowCells row={row} columns={columns} link={link} />
    </tr>
  );
}

/** Drawn again only when its row, its link or the columns are others: each event and each step of scrolling draws the table. */
const RowCells = memo(AllCells) as unknown as typeof AllCells;

function AllCells<Row>({ row, columns, link }: { row: Row; columns: readonly Column<Row>[]; link: string | undefined }) {
  const primary = columns.find((column) => column.primary) ?? columns[0];
  return columns.map((column) => {
    const content = column.cell(row);
    return (
      <td
        key={column.id}
        className={classNames(
          'min-w-0 py-(--row-gap) wrap-anywhere',
          column.align === 'end' && 'text-right',
          // The row's link covers the row; controls have to lie above it.
          column.interactive && 'relative z-10',
          column.aside !== undefined && 'flex flex-wrap items-center gap-x-2 gap-y-1',
        )}
      >
        {link !== undefined && column === primary ? (
          <Link
            to={link}
            className="block font-medium after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2"
          >
            {content}
          </Link>
        ) : (
          content
        )}
        {column.aside !== undefined && <span className="relative z-10">{column.aside(row)}</span>}
      </td>
    );
  });
}
