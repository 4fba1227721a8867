import { Link } from 'react-router';
import type { MesosWords } from '../../i18n/mesos-words.ts';
import type { Usage } from '../../../api/mesos/executor-usage.ts';
import type { Executor } from '../../live/mesos-executors.ts';
import type { Quantities } from '../../live/mesos-quantities.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import type { Column } from '../../tables/column.ts';
import { measuredTotal } from './measured-total.ts';
import { quantityColumns, shareColumns } from './quantity-columns.tsx';

export interface ExecutorRow extends Executor {
  agentId: string;
  /** What is measured; undefined for what ended, and where the agent measures nothing. */
  used: Partial<Quantities> | undefined;
}

export function executorRows(executors: readonly Executor[], usage: readonly Usage[] | undefined, agentId: string): ExecutorRow[] {
  const measured = new Map(usage?.map((each) => [`${each.frameworkId} ${each.executorId}`, each]));
  return executors.map((executor) => {
    const used = executor.completed ? undefined : measured.get(`${executor.frameworkId} ${executor.id}`);
    return { ...executor, agentId, used: used && measuredTotal([used]) };
  });
}

/** Columns of executors that run, or with `ended` of those that do not any more. */
export function executorColumns(words: MesosWords, ended: boolean): Column<ExecutorRow>[] {
  const { columns, tasks, agent } = words;
  return [
    {
      id: 'name',
      header: columns.id,
      width: 'minmax(9rem, 2fr)',
      sortValue: (row) => row.id,
      cell: (row) => <span className="font-mono text-xs">{row.id}</span>,
    },
    {
      id: 'framework',
      header: columns.framework,
      width: 'minmax(6rem, 1fr)',
      from: 'md',
      sortValue: (row) => row.framework,
      cell: (row) => row.framework,
    },
    ...(ended
      ? []
      : [{ id: 'active', header: columns.activeTasks, width: '6.5rem', align: 'end' as const, sortValue: activeTasks, cell: activeTasks }]),
    ...(ended
      ? quantityColumns<ExecutorRow>(words, (row) => row.allocated)
      : shareColumns<ExecutorRow>(
          words,
          agent.usedOfAllocated,
          (row) => row.used,
          (row) => row.allocated,
        )),
    {
      id: 'sandbox',
      header: columns.sandbox,
      width: '5.5rem',
      interactive: true,
      cell: (row) => (
        <Link to={mesosPaths.sandbox(row.agentId, row.directory)} className="text-accent hover:underline">
          {tasks.sandbox}
        </Link>
      ),
    },
  ];
}

const activeTasks = (row: ExecutorRow): number => row.tasks.filter(({ stage }) => stage === 'active').length;
