import { Server } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { nodeColumns } from '../../components/nodes/node-columns.tsx';
import { nodeFields } from '../../components/nodes/node-fields.ts';
import { type NodeRow, trouble } from '../../components/nodes/node-rows.ts';
import { LostNodes } from '../../components/nodes/LostNodes.tsx';
import { NodesGrid, type NodesGridProps } from '../../components/nodes/NodesGrid.tsx';
import { NodeViewBar } from '../../components/nodes/NodeViewBar.tsx';
import { useNodeRows } from '../../components/nodes/use-node-rows.ts';
import { serviceCounts, useChosenNodes, useNodeView } from '../../components/nodes/use-node-view.ts';
import { FilterInput } from '../../filters/FilterInput.tsx';
import { useTableFilter } from '../../filters/use-table-filter.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { isStale } from '../../live/freshness.ts';
import { useFreshness } from '../../live/use-sources.ts';
import { paths } from '../../paths.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

const rowKey = (row: NodeRow): string => row.id;
const rowLink = (row: NodeRow): string => paths.node(row.id);
const worstFirst = { id: 'health', descending: false };

/** The agents of the cluster and how full they are, the worst first. */
export function NodesPage() {
  const { dcos } = useMessages();
  const words = useNodesWords().list;
  const { title } = dcos.nodes;
  const view = useNodeView();
  const { summary, machines, rows } = useNodeRows();
  const chosen = useChosenNodes(rows, view.service, view.health);
  const filter = useTableFilter(nodeFields, chosen);
  const { shown } = filter;
  const services = useMemo(() => serviceCounts(rows ?? []), [rows]);
  const columns = useMemo(() => nodeColumns(words, dcos.health), [words, dcos.health]);
  const stale = isStale(useFreshness('mesos'));
  const isNarrowed = filter.text !== '' || view.service !== '' || view.health !== '';
  const error =
    summary.isError && !summary.data ? <NotLoaded detail={summary.error.message} onRetry={() => void summary.refetch()} /> : undefined;
  const empty = isNarrowed ? (
    <EmptyState
      title={words.noMatch(filter.text || view.service || view.health)}
      action={<Button onClick={view.clear}>{words.clearFilter}</Button>}
    />
  ) : (
    <EmptyState icon={<Server aria-hidden size={32} />} title={words.empty}>
      {words.emptyAdvice}
    </EmptyState>
  );
  return (
    <Page title={title}>
      <LostNodes machines={machines} unreachableTasks={summary.data?.tasks.unreachable ?? 0} />
      <div className="flex flex-wrap items-center gap-3">
        <FilterInput label={words.filter} filter={filter} fields={nodeFields} rows={chosen} className="w-full sm:w-72" />
        <NodeViewBar view={view} services={services} hasHealth={rows?.some(({ health }) => health !== undefined) ?? false} />
      </div>
      {rows && shown && <p className="-mt-1 text-muted">{words.count(shown.length, rows.length)}</p>}
      {view.isGrid ? (
        <Grid nodes={shown} view={view} services={services} stale={stale} instead={error ?? (shown?.length === 0 ? empty : undefined)} />
      ) : (
        <DataTable
          label={title}
          columns={columns}
          rows={shown}
          rowKey={rowKey}
          rowLink={rowLink}
          initialSort={worstFirst}
          stale={stale}
          error={error}
          empty={empty}
        />
      )}
    </Page>
  );
}

interface GridProps {
  nodes: NodeRow[] | undefined;
  view: ReturnType<typeof useNodeView>;
  services: NodesGridProps['legend']['services'];
  stale: boolean;
  /** Shown in place of nodes. */
  instead: ReactNode;
}

function Grid({ nodes, view, services, stale, instead }: GridProps) {
  const { title } = useMessages().dcos.nodes;
  const worst = useMemo(() => nodes?.toSorted((a, b) => trouble(a) - trouble(b)), [nodes]);
  if (instead !== undefined) return instead;
  if (!worst) return <Skeleton className="h-60" />;
  const legend = { services, chosen: view.service, onChoose: (name: string) => view.set('service', name) };
  return <NodesGrid nodes={worst} resource={view.resource} label={title} legend={legend} stale={stale} />;
}

function NotLoaded({ detail, onRetry }: { detail: string; onRetry: () => void }) {
  const { common } = useMessages();
  const { list } = useNodesWords();
  return <ErrorState title={list.cannotLoad} detail={detail} advice={common.failureAdvice} onRetry={onRetry} />;
}
