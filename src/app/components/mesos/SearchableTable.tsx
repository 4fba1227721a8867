import type { ReactNode } from 'react';
import type { FilterFields } from '../../filters/filter-fields.ts';
import { FilterInput } from '../../filters/FilterInput.tsx';
import { useTableFilter } from '../../filters/use-table-filter.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { DataTable, type DataTableProps } from '../../tables/DataTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';

export interface SearchableTableProps<Row extends object> extends Omit<DataTableProps<Row>, 'label' | 'error' | 'sortParameter'> {
  title: string;
  /** Names the table in the URL: its filter is there under this name, its order under this name with `-sort`. */
  name: string;
  fields: FilterFields<Row>;
  /** The rows could not be read; shown unless older ones are there. */
  failure?: Error | null;
  onRetry?: () => void;
  /** Beside the title. */
  extra?: ReactNode;
}

/** A table with its title and a filter over all its rows, as each table of Mesos' own pages has. */
export function SearchableTable<Row extends object>(props: SearchableTableProps<Row>) {
  const { title, name, fields, failure, onRetry, extra, rows, empty, ...table } = props;
  const words = useMesosWords();
  const { common } = useMessages();
  const filter = useTableFilter(fields, rows, name);
  const { shown } = filter;
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <h2 className="leading-9 font-semibold">
          {title}
          {rows && shown && rows.length > 0 && (
            <span className="pl-2 font-normal text-muted">{words.count(shown.length, rows.length)}</span>
          )}
        </h2>
        {extra}
        {rows !== undefined && rows.length > 0 && (
          <FilterInput
            label={words.find(title)}
            placeholder={words.findPlaceholder}
            filter={filter}
            fields={fields}
            rows={rows}
            columns={table.columns}
            sortParameter={`${name}-sort`}
            views={name === 'q'}
            className="w-full sm:ml-auto sm:w-72"
          />
        )}
      </div>
      <DataTable
        {...table}
        label={title}
        rows={shown}
        sortParameter={`${name}-sort`}
        stale={failure !== undefined && failure !== null}
        error={
          failure && rows === undefined ? (
            <ErrorState title={words.cannotLoad(title)} detail={failure.message} advice={common.failureAdvice} onRetry={onRetry} />
          ) : undefined
        }
        empty={
          rows === undefined || rows.length === 0 ? (
            empty
          ) : (
            <EmptyState title={words.noMatch(filter.text)} action={<Button onClick={filter.clear}>{words.clearFind}</Button>} />
          )
        }
      />
    </section>
  );
}
