import { type ReactNode, useMemo } from 'react';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { DataTable, type DataTableProps } from '../../tables/DataTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { useSearchText } from '../../util/use-search-text.ts';

export interface SearchableTableProps<Row extends object> extends Omit<DataTableProps<Row>, 'label' | 'error' | 'sortParameter'> {
  title: string;
  /** Names the table in the URL: its search text is there under this name, its order under this name with `-sort`. */
  name: string;
  /** All that can be searched for in a row. Keep it stable between renders. */
  searchText: (row: Row) => string;
  /** The rows could not be read; shown unless older ones are there. */
  failure?: Error | null;
  onRetry?: () => void;
  /** Beside the title. */
  extra?: ReactNode;
}

/** A table with its title and a search over all its rows, as each table of Mesos' own pages has. */
export function SearchableTable<Row extends object>(props: SearchableTableProps<Row>) {
  const { title, name, searchText, failure, onRetry, extra, rows, empty, ...table } = props;
  const words = useMesosWords();
  const { common } = useMessages();
  const [text, setText] = useSearchText(name);
  const shown = useMemo(() => rows?.filter((row) => matches(searchText(row), text)), [rows, searchText, text]);
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-semibold">
          {title}
          {rows && shown && rows.length > 0 && (
            <span className="pl-2 font-normal text-muted">{words.count(shown.length, rows.length)}</span>
          )}
        </h2>
        {extra}
        {rows !== undefined && rows.length > 0 && (
          <SearchInput
            label={words.find(title)}
            placeholder={words.findPlaceholder}
            value={text}
            onChange={setText}
            className="w-full sm:ml-auto sm:w-56"
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
            <EmptyState title={words.noMatch(text)} action={<Button onClick={() => setText('')}>{words.clearFind}</Button>} />
          )
        }
      />
    </section>
  );
}

/** Every word has to occur, whatever its case. */
function matches(row: string, text: string): boolean {
  const lower = row.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
