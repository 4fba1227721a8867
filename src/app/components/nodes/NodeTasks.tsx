import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import type { NodeSummary } from '../../live/cluster-summary.ts';
import { nodeTasksQuery } from '../../live/node-tasks.ts';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchableTable } from '../mesos/SearchableTable.tsx';
import { taskFields } from '../mesos/table-fields.ts';
import { taskColumns, type TaskRow } from '../mesos/task-columns.tsx';

const rowKey = (row: TaskRow): string => `${row.frameworkId} ${row.id}`;
const rowLink = (row: TaskRow): string => paths.nodeTask(row.agentId, row.id);

/** The tasks that a node has now. */
export function NodeTasks({ node: { id, hostname } }: { node: Pick<NodeSummary, 'id' | 'hostname'> }) {
  const words = useMesosWords();
  const { node: own } = useNodesWords();
  const { data, error, refetch } = useQuery(nodeTasksQuery);
  const tasks = data?.of(id).tasks;
  const columns = useMemo(() => taskColumns(words, ['framework', 'health']), [words]);
  const rows = useMemo(() => tasks?.map((task): TaskRow => ({ ...task, host: hostname })), [tasks, hostname]);
  return (
    <SearchableTable
      title={own.tasks}
      name="tasks"
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      rowLink={rowLink}
      fields={taskFields}
      initialSort={{ id: 'task', descending: false }}
      failure={error}
      onRetry={() => void refetch()}
      empty={<EmptyState title={own.noTasks} />}
    />
  );
}
