import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { usageQuery } from '../../live/agent-statistics.ts';
import { executorsQuery } from '../../live/mesos-executors.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { executorFields } from './table-fields.ts';
import { executorColumns, type ExecutorRow, executorRows } from './executor-columns.tsx';
import { SearchableTable } from './SearchableTable.tsx';

const BY_NAME = { id: 'name', descending: false };
const rowKey = (row: ExecutorRow): string => row.containerId;
const rowLink = (row: ExecutorRow): string => mesosPaths.executor(row.agentId, row.frameworkId, row.id);

/** What runs on an agent and what ran there, as the agent itself tells it. */
export function AgentExecutors({ agentId }: { agentId: string }) {
  const words = useMesosWords();
  const { agent: own } = words;
  const executors = useQuery(executorsQuery(agentId));
  const usage = useQuery(usageQuery(agentId)).data;
  const rows = useMemo(() => executors.data && executorRows(executors.data.executors, usage, agentId), [executors.data, usage, agentId]);
  const running = useMemo(() => rows?.filter(({ completed }) => !completed), [rows]);
  const ended = useMemo(() => rows?.filter(({ completed }) => completed), [rows]);
  const columns = useMemo(() => ({ running: executorColumns(words, false), ended: executorColumns(words, true) }), [words]);
  if (executors.isError && executors.data === undefined) {
    return (
      <ErrorState
        title={own.unreachable}
        detail={executors.error.message}
        advice={own.unreachableAdvice}
        onRetry={() => void executors.refetch()}
      />
    );
  }
  const shared = { rowKey, rowLink, fields: executorFields, initialSort: BY_NAME, failure: executors.error };
  return (
    <>
      <SearchableTable
        {...shared}
        title={own.executors}
        name="executors"
        columns={columns.running}
        rows={running}
        empty={<EmptyState title={own.noExecutors} />}
      />
      <SearchableTable
        {...shared}
        title={own.completedExecutors}
        name="completed"
        columns={columns.ended}
        rows={ended}
        empty={<EmptyState title={own.noCompleted} />}
      />
    </>
  );
}
