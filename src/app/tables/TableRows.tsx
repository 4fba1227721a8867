import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { classNames } from '../util/class-names.ts';
import type { Column } from './column.ts';

const ROW_HEIGHT = 44;
const OVERSCAN = 12;

export interface TableRowsProps<Row> {
  rows: Row[];
  columns: readonly Column<Row>[];
  template: string;
  rowKey: (row: Row) => string;
  rowLink?: ((row: Row) => string | undefined) | undefined;
  scrollElement: RefObject<HTMLElement | null>;
}

export function TableRows<Row>({ rows, columns, template, rowKey, rowLink, scrollElement }: TableRowsProps<Row>) {
  const list = useRef<HTMLTableSectionElement>(null);
  const scrollMargin = useOffsetWithin(list, scrollElement);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollElement.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => keyAt(rows, index, rowKey),
    overscan: OVERSCAN,
    scrollMargin,
    // Until it is measured, the window counts as a screenful, so that the first paint has rows.
    initialRect: { width: 1024, height: 900 },
    initialOffset: () => scrollElement.current?.scrollTop ?? 0,
  });
  return (
    <tbody ref={list} className="relative block" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (row === undefined) return undefined;
        return (
          <tr
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-rowindex={item.index + 2}
            className={classNames(
              'absolute inset-x-0 top-0 grid min-h-11 items-center gap-x-3 border-b border-line px-3 xl:gap-x-5 last:border-b-0',
              rowLink && 'focus-within:bg-hover hover:bg-hover',
            )}
            style={{ gridTemplateColumns: template, transform: `translateY(${item.start - scrollMargin}px)` }}
          >
            <RowCells row={row} columns={columns} link={rowLink?.(row)} />
          </tr>
        );
      })}
    </tbody>
  );
}

function RowCells<Row>({ row, columns, link }: { row: Row; columns: readonly Column<Row>[]; link: string | undefined }) {
  const primary = columns.find((column) => column.primary) ?? columns[0];
  return columns.map((column) => {
    const content = column.cell(row);
    return (
      <td
        key={column.id}
        className={classNames(
          'min-w-0 py-1.5 wrap-anywhere',
          column.align === 'end' && 'text-right',
          // The row's link covers the row; controls have to lie above it.
          column.interactive && 'relative z-10',
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
      </td>
    );
  });
}

function keyAt<Row>(rows: Row[], index: number, rowKey: (row: Row) => string): string | number {
  const row = rows[index];
  return row === undefined ? index : rowKey(row);
}

/** How far an element's top is from the top of what scrolls it. What lies above it may change height, so any change of size measures anew. */
function useOffsetWithin(element: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const inner = element.current;
    const outer = scroller.current;
    if (!inner || !outer) return undefined;
    const measure = () => setOffset(Math.round(inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop));
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    for (const child of outer.children) observer.observe(child);
    measure();
    return () => observer.disconnect();
  }, [element, scroller]);
  return offset;
}
