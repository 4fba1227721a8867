import { ArrowDown, ArrowUp, CircleQuestionMark } from 'lucide-react';
import { classNames } from '../util/class-names.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import type { Column, Sort } from './column.ts';

export interface TableHeaderProps<Row> {
  columns: readonly Column<Row>[];
  template: string;
  sort: Sort | undefined;
  onToggle: (id: string) => void;
}

export function TableHeader<Row>({ columns, template, sort, onToggle }: TableHeaderProps<Row>) {
  return (
    <thead className="sticky top-0 block z-20 rounded-t-lg border-b border-line bg-surface">
      <tr aria-rowindex={1} className="grid gap-x-3 px-3 xl:gap-x-5" style={{ gridTemplateColumns: template }}>
        {columns.map((column) => {
          const active = sort?.id === column.id ? sort : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              aria-label={column.headerCell === undefined ? undefined : column.header}
              aria-sort={ariaSort(column, active)}
              className={classNames(
                'flex h-9 min-w-0 items-center text-xs font-medium text-muted',
                column.align === 'end' && 'justify-end text-right',
              )}
            >
              {column.sortValue ? (
                <button
                  type="button"
                  className="flex min-w-0 items-center gap-1 rounded-sm py-1 hover:text-text"
                  onClick={() => onToggle(column.id)}
                >
                  <span className="truncate">{column.headerCell ?? column.header}</span>
                  {active && <SortArrow descending={active.descending} />}
                </button>
              ) : (
                <span className="truncate">{column.headerCell ?? column.header}</span>
              )}
              {column.help && (
                <Tooltip content={column.help.content}>
                  <button
                    type="button"
                    aria-label={column.help.label}
                    className="ml-1 shrink-0 cursor-help rounded-full p-0.5 hover:text-text"
                  >
                    <CircleQuestionMark aria-hidden size={13} />
                  </button>
                </Tooltip>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function ariaSort<Row>(column: Column<Row>, active: Sort | undefined) {
  if (!column.sortValue) return undefined;
  if (!active) return 'none';
  return active.descending ? 'descending' : 'ascending';
}

function SortArrow({ descending }: { descending: boolean }) {
  const Arrow = descending ? ArrowDown : ArrowUp;
  return <Arrow aria-hidden size={13} className="shrink-0 text-accent" />;
}
