import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { NodeFacts } from '../../components/nodes/NodeFacts.tsx';
import { taskColumns } from '../../components/nodes/task-columns.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { agentTasksQuery } from '../../live/agent-query.ts';
import { machinesQuery } from '../../live/machines-query.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { paths } from '../../paths.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusText } from '../../ui/StatusText.tsx';

/** One agent: what it has, what runs on it. */
export function NodePage() {
  const { dcos, common } = useMessages();
  const words = dcos.node;
  const agentId = useParams()['agentId'] ?? '';
  const summary = useQuery(summaryQuery());
  const machines = useQuery(machinesQuery);
  const node = summary.data?.nodes.find(({ id }) => id === agentId);
  const machine = machines.data?.machines.find((each) => each.agentId === agentId);
  const tasks = useQuery({ ...agentTasksQuery(agentId), enabled: node !== undefined });
  const columns = useMemo(() => taskColumns(dcos), [dcos]);
  const title = machine?.name ?? node?.hostname ?? agentId;
  const crumbs = [{ label: dcos.nodes.title, to: paths.nodes() }];

  if (!node) {
    return (
      <Page title={title} crumbs={crumbs}>
        {summary.isPending && <Skeleton className="h-40" />}
        {summary.isError && !summary.data && (
          <ErrorState
            title={dcos.nodes.cannotLoad}
            detail={summary.error.message}
            advice={common.failureAdvice}
            onRetry={() => void summary.refetch()}
          />
        )}
        {summary.data && (
          <EmptyState title={words.unknown} action={<ButtonLink to={paths.nodes()}>{words.toNodes}</ButtonLink>}>
            {words.unknownAdvice}
          </EmptyState>
        )}
      </Page>
    );
  }
  return (
    <Page
      title={title}
      crumbs={crumbs}
      below={
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
          <StatusText tone={node.active ? 'ok' : 'danger'}>
            {node.active ? dcos.nodes.status.active : dcos.nodes.status.inactive}
          </StatusText>
          <span>{node.isPublic ? dcos.nodes.types.public : dcos.nodes.types.private}</span>
          <span>{node.hostname}</span>
        </p>
      }
    >
      <NodeFacts node={node} />
      <h2 className="pt-2 font-semibold">{words.tasks}</h2>
      <DataTable
        label={words.tasks}
        columns={columns}
        rows={tasks.data}
        rowKey={(task) => task.id}
        initialSort={{ id: 'name', descending: false }}
        stale={tasks.isError}
        error={tasks.error && !tasks.data ? <ErrorState title={words.tasksUnavailable} detail={tasks.error.message} /> : undefined}
        empty={<EmptyState title={words.noTasks} />}
      />
    </Page>
  );
}
