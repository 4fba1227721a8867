import type { Health } from '../../../api/dcos/health.ts';
import { FilterInput } from '../../filters/FilterInput.tsx';
import type { FilterFields } from '../../filters/filter-fields.ts';
import { useTableFilter } from '../../filters/use-table-filter.ts';
import { useComponentsWords } from '../../i18n/components-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { DataTable, type DataTableProps } from '../../tables/DataTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ApiError } from '../../util/http.ts';
import { HealthChoice } from './HealthChoice.tsx';

export interface HealthTableProps<Row extends { health: Health }> extends Pick<
  DataTableProps<Row>,
  'label' | 'columns' | 'rows' | 'rowKey' | 'rowLink' | 'empty'
> {
  filterLabel: string;
  fields: FilterFields<Row>;
  noMatch: (text: string) => string;
  failure: Error | null;
  onRetry: () => void;
}

const WORST_FIRST = { id: 'health', descending: false };

/** What has a health: the worst first, with the numbers of each kind and a filter. */
export function HealthTable<Row extends { health: Health }>(props: HealthTableProps<Row>) {
  const { filterLabel, fields, noMatch, failure, onRetry, rows, empty, ...table } = props;
  const words = useComponentsWords();
  const { common } = useMessages();
  const filter = useTableFilter(fields, rows);
  const absent = failure instanceof ApiError && failure.status === 404;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <FilterInput label={filterLabel} filter={filter} fields={fields} rows={rows} className="w-full sm:w-72" />
        <HealthChoice rows={rows ?? []} text={filter.text} />
      </div>
      <DataTable
        {...table}
        rows={filter.shown}
        initialSort={WORST_FIRST}
        stale={failure !== null}
        error={
          failure && !rows ? (
            <ErrorState
              title={absent ? words.absent : words.cannotLoad}
              detail={absent ? undefined : failure.message}
              advice={absent ? undefined : common.failureAdvice}
              onRetry={onRetry}
            />
          ) : undefined
        }
        empty={
          rows?.length === 0 ? (
            empty
          ) : (
            <EmptyState title={noMatch(filter.text)} action={<Button onClick={filter.clear}>{words.showAll}</Button>} />
          )
        }
      />
    </>
  );
}
