import { useQuery } from '@tanstack/react-query';
import { Server } from 'lucide-react';
import { useMemo, useSyncExternalStore } from 'react';
import { nodeColumns } from '../../components/nodes/node-columns.tsx';
import { matchesNode, nodeRows } from '../../components/nodes/node-rows.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { nodesHealthQuery } from '../../live/health-queries.ts';
import { machinesQuery } from '../../live/machines-query.ts';
import { mesosFreshness, summaryQuery } from '../../live/mesos-queries.ts';
import { paths } from '../../paths.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { useSearchText } from '../../util/use-search-text.ts';

/** The agents of the cluster and how full they are. */
export function NodesPage() {
  const { dcos, common } = useMessages();
  const words = dcos.nodes;
  const [filter, setFilter] = useSearchText('q');
  const summary = useQuery(summaryQuery());
  const health = useQuery(nodesHealthQuery);
  const machines = useQuery(machinesQuery);
  const freshness = useSyncExternalStore(mesosFreshness.subscribe, mesosFreshness.current);
  const columns = useMemo(() => nodeColumns(dcos), [dcos]);
  const rows = useMemo(
    () => (summary.data ? nodeRows(summary.data.nodes, machines.data?.machines ?? [], health.data) : undefined),
    [summary.data, machines.data, health.data],
  );
  const shown = useMemo(() => rows?.filter((row) => matchesNode(row, filter)), [rows, filter]);
  return (
    <Page title={words.title}>
      <div className="flex flex-wrap items-center gap-3">
        <SearchInput label={words.filter} value={filter} onChange={setFilter} className="w-full sm:w-72" />
        {rows && shown && <span className="text-muted">{words.count(shown.length, rows.length)}</span>}
      </div>
      <DataTable
        label={words.title}
        columns={columns}
        rows={shown}
        rowKey={(row) => row.id}
        rowLink={(row) => paths.node(row.id)}
        initialSort={{ id: 'host', descending: false }}
        stale={freshness.kind === 'reconnecting' && freshness.attempt > 1}
        error={
          summary.isError && !summary.data ? (
            <ErrorState
              title={words.cannotLoad}
              detail={summary.error.message}
              advice={common.failureAdvice}
              onRetry={() => void summary.refetch()}
            />
          ) : undefined
        }
        empty={
          filter === '' ? (
            <EmptyState icon={<Server aria-hidden size={32} />} title={words.empty}>
              {words.emptyAdvice}
            </EmptyState>
          ) : (
            <EmptyState title={words.noMatch(filter)} action={<Button onClick={() => setFilter('')}>{words.clearFilter}</Button>} />
          )
        }
      />
    </Page>
  );
}
