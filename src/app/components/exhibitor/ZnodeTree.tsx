import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { classNames } from '../../util/class-names.ts';
import { type TreeRow, treeMove } from './tree-rows.ts';

export interface ZnodeTreeProps {
  label: string;
  rows: readonly TreeRow[];
  chosen: string | undefined;
  onChoose: (path: string) => void;
  onOpen: (path: string, open: boolean) => void;
}

const ROW_HEIGHT = 30;

/** Znodes as a tree that the keyboard walks through: the tree has the focus, and the chosen line is its active one. */
export function ZnodeTree({ label, rows, chosen, onChoose, onOpen }: ZnodeTreeProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.path ?? index,
    overscan: 8,
    initialRect: { width: 400, height: 600 },
  });
  /** Where the keys are: the address, which has the choice, follows a moment later than the next key may come. */
  const cursor = useRef(chosen);
  useEffect(() => {
    cursor.current = chosen;
  }, [chosen]);
  const choose = (path: string): void => {
    cursor.current = path;
    onChoose(path);
    virtualizer.scrollToIndex(rows.findIndex((row) => row.path === path));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = treeMove(rows, cursor.current ?? '/', event.key);
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'go') choose(move.to);
    else onOpen(move.path, move.kind === 'open');
  };
  const rowAt = ({ target }: MouseEvent): TreeRow | undefined => {
    const path = (target as Element).closest<HTMLElement>('[data-path]')?.dataset['path'];
    return rows.find((row) => row.path === path);
  };
  const toggle = ({ path, hasChildren, isOpen }: TreeRow): void => {
    if (hasChildren) onOpen(path, !isOpen);
  };
  const onClick = (event: MouseEvent): void => {
    const row = rowAt(event);
    if (!row) return;
    if ((event.target as Element).closest('[data-toggle]') && row.hasChildren) toggle(row);
    else choose(row.path);
  };
  const items = virtualizer.getVirtualItems();
  const isDrawn = items.some(({ index }) => rows[index]?.path === chosen);
  return (
    <div ref={scroller} className="max-h-[40vh] overflow-auto p-1 lg:max-h-[calc(100vh-14rem)]">
      <div
        role="tree"
        aria-label={label}
        tabIndex={0}
        aria-activedescendant={isDrawn && chosen !== undefined ? rowId(chosen) : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const row = rowAt(event);
          if (row && !(event.target as Element).closest('[data-toggle]')) toggle(row);
        }}
        className="group relative min-w-full rounded-md"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ key, index, start }) => {
          const row = rows[index];
          return row && <Line key={key} row={row} start={start} isChosen={row.path === chosen} />;
        })}
      </div>
    </div>
  );
}

const rowId = (path: string): string => `znode:${path}`;

/** What it does is the tree's to know, which has the focus. */
function Line({ row, start, isChosen }: { row: TreeRow; start: number; isChosen: boolean }) {
  const { path, name, level, position, siblings, hasChildren, isOpen, isLoading } = row;
  return (
    <div
      id={rowId(path)}
      role="treeitem"
      aria-label={name}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isChosen}
      aria-busy={isLoading}
      {...(hasChildren && { 'aria-expanded': isOpen })}
      data-path={path}
      className={classNames(
        'absolute inset-x-0 top-0 flex cursor-pointer items-center gap-1 rounded-md pr-2 font-mono text-xs whitespace-nowrap',
        isChosen ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-hover',
      )}
      style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)`, paddingLeft: (level - 1) * 16 + 4 }}
    >
      <span aria-hidden data-toggle className="flex size-6 shrink-0 items-center justify-center text-muted">
        {hasChildren && (
          <ChevronRight size={14} className={classNames('transition-transform', isOpen && 'rotate-90', isLoading && 'animate-pulse')} />
        )}
      </span>
      <span className="truncate">{name}</span>
    </div>
  );
}
