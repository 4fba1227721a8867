import { useQuery } from '@tanstack/react-query';
import { LayoutGrid } from 'lucide-react';
import { useMemo } from 'react';
import { componentColumns } from '../../components/health/component-columns.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { unitsQuery } from '../../live/health-queries.ts';
import { paths } from '../../paths.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { ApiError } from '../../util/http.ts';
import { useSearchText } from '../../util/use-search-text.ts';

/** The parts that DC/OS is made of and whether they are well, as 3dt reports them. */
export function ComponentsPage() {
  const { dcos, common } = useMessages();
  const words = dcos.components;
  const [filter, setFilter] = useSearchText('q');
  const units = useQuery(unitsQuery);
  const columns = useMemo(() => componentColumns(dcos), [dcos]);
  const text = filter.trim().toLowerCase();
  const shown = useMemo(() => units.data?.filter((unit) => `${unit.name} ${unit.id}`.toLowerCase().includes(text)), [units.data, text]);
  const absent = units.error instanceof ApiError && units.error.status === 404;
  return (
    <Page title={words.title}>
      <div className="flex flex-wrap items-center gap-3">
        <SearchInput label={words.filter} value={filter} onChange={setFilter} className="w-full sm:w-72" />
        {units.data && shown && <span className="text-muted">{words.count(shown.length, units.data.length)}</span>}
      </div>
      <DataTable
        label={words.title}
        columns={columns}
        rows={shown}
        rowKey={(unit) => unit.id}
        rowLink={(unit) => paths.component(unit.id)}
        initialSort={{ id: 'health', descending: false }}
        stale={units.isError}
        error={
          units.error && !units.data ? (
            <ErrorState
              title={absent ? words.absent : words.cannotLoad}
              detail={absent ? undefined : units.error.message}
              advice={absent ? undefined : common.failureAdvice}
              onRetry={() => void units.refetch()}
            />
          ) : undefined
        }
        empty={
          text === '' ? (
            <EmptyState icon={<LayoutGrid aria-hidden size={32} />} title={words.empty} />
          ) : (
            <EmptyState title={words.noMatch(filter)} action={<Button onClick={() => setFilter('')}>{dcos.nodes.clearFilter}</Button>} />
          )
        }
      />
    </Page>
  );
}
