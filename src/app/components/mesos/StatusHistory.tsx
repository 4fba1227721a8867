import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type MesosWords, useMesosWords } from '../../i18n/mesos-words.ts';
import { type MesosTask, statusHistoryQuery } from '../../live/mesos-tasks.ts';
import type { StatusV1 } from '../../live/mesos-wire.ts';
import type { Column } from '../../tables/column.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatDateTime } from '../../util/format.ts';
import { TaskState } from './TaskState.tsx';

interface StatusRow extends StatusV1 {
  key: string;
}

const LATEST_FIRST = { id: 'time', descending: true };
const rowKey = (row: StatusRow): string => row.key;

/** Every status of a task with who said it and why. The master tells no reasons, so the agent is asked for them. */
export function StatusHistory({ task }: { task: MesosTask & { statuses: StatusV1[] } }) {
  const words = useMesosWords();
  const { task: own } = words;
  const told = useQuery(statusHistoryQuery(task.agentId, task.id));
  const statuses = told.data ?? task.statuses;
  const rows = useMemo(() => statuses.map((status, index) => ({ ...status, key: String(index) })), [statuses]);
  const columns = useMemo(() => statusColumns(words), [words]);
  return (
    <section aria-label={own.history} className="flex flex-col gap-2">
      <h2 className="font-semibold">{own.history}</h2>
      {!told.isPending && !told.data && <p className="text-muted">{own.fromMaster}</p>}
      <DataTable
        label={own.history}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        initialSort={LATEST_FIRST}
        empty={<EmptyState title={own.noHistory} />}
      />
    </section>
  );
}

function statusColumns({ task, columns, healthWords }: MesosWords): Column<StatusRow>[] {
  return [
    {
      id: 'time',
      header: task.time,
      width: '11.5rem',
      sortValue: (row) => row.timestamp,
      cell: (row) => (row.timestamp === undefined ? '–' : formatDateTime(row.timestamp * 1000)),
    },
    { id: 'state', header: columns.state, width: '8rem', sortValue: (row) => row.state, cell: (row) => <TaskState state={row.state} /> },
    {
      id: 'health',
      header: columns.health,
      width: '6rem',
      from: 'md',
      cell: (row) => (row.healthy === undefined ? '–' : row.healthy ? healthWords.healthy : healthWords.unhealthy),
    },
    { id: 'source', header: task.source, width: '6.5rem', from: 'md', cell: (row) => row.source?.replace('SOURCE_', '') ?? '–' },
    { id: 'reason', header: task.reason, width: 'minmax(8rem, 1fr)', from: 'lg', cell: (row) => row.reason?.replace('REASON_', '') ?? '–' },
    { id: 'message', header: task.message, width: 'minmax(8rem, 2fr)', from: 'sm', cell: (row) => row.message ?? '–' },
  ];
}
