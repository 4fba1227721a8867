import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { TableRow } from './TableRow.tsx';
import type { TableRowsProps } from './TableRows.tsx';

const ROW_HEIGHT = 44;
const OVERSCAN = 6;

/** Only the rows near the window are in the page. */
export function VirtualRows<Row>({ rows, columns, template, rowKey, rowLink, rowChosen, scrollElement }: TableRowsProps<Row>) {
  const list = useRef<HTMLTableSectionElement>(null);
  const scrollMargin = useOffsetWithin(list, scrollElement);
  // the same until the rows change: with another one all rows are measured anew
  const getItemKey = useCallback((index: number) => keyAt(rows, index, rowKey), [rows, rowKey]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollElement.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey,
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
        const placement = {
          className: 'absolute! inset-x-0 top-0',
          style: { transform: `translateY(${item.start - scrollMargin}px)` },
          ref: virtualizer.measureElement,
        };
        return (
          <TableRow
            key={item.key}
            row={row}
            index={item.index}
            columns={columns}
            template={template}
            link={rowLink?.(row)}
            chosen={rowChosen?.(row) ?? false}
            placement={placement}
          />
        );
      })}
    </tbody>
  );
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
