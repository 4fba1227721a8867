import { Link } from 'react-router';
import type { MesosWords } from '../../i18n/mesos-words.ts';
import type { MesosTask } from '../../live/mesos-tasks.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import type { Column } from '../../tables/column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import { TaskState } from './TaskState.tsx';

/** A task with the names of what it refers to by id. */
export interface TaskRow extends MesosTask {
  /** The framework's name, or its id where that is forgotten. */
  framework: string;
  /** undefined when the agent is gone. */
  host: string | undefined;
  /** Absolute path on the agent, where it is known. */
  sandbox?: string | undefined;
}

export type TaskColumn = 'framework' | 'role' | 'health' | 'stopped' | 'host' | 'sandbox';

/** The columns of a list of tasks: name, state and start always, others as asked for. */
export function taskColumns(words: MesosWords, wanted: readonly TaskColumn[]): Column<TaskRow>[] {
  const { columns } = words;
  const all: (Column<TaskRow> & { when?: TaskColumn })[] = [
    {
      id: 'task',
      header: columns.task,
      width: 'minmax(9rem, 2.4fr)',
      sortValue: (row) => row.name,
      cell: (row) => (
        <>
          <span className="block">{row.name}</span>
          <span className="block font-mono text-xs font-normal text-muted max-sm:hidden">{row.id}</span>
        </>
      ),
    },
    {
      id: 'framework',
      when: 'framework',
      header: columns.framework,
      width: 'minmax(5rem, 1fr)',
      from: 'md',
      sortValue: (row) => row.framework,
      cell: (row) => row.framework,
    },
    {
      id: 'role',
      when: 'role',
      header: columns.role,
      width: 'minmax(6rem, 1fr)',
      from: 'xl',
      sortValue: (row) => row.role,
      cell: (row) => row.role,
    },
    { id: 'state', header: columns.state, width: '7.5rem', sortValue: (row) => row.state, cell: (row) => <TaskState state={row.state} /> },
    {
      id: 'health',
      when: 'health',
      header: columns.health,
      width: '5.5rem',
      from: 'lg',
      sortValue: healthRank,
      cell: (row) => health(row, words),
    },
    timeColumn('started', columns.started, (row) => row.startedAt),
    { ...timeColumn('stopped', columns.stopped, (row) => row.stoppedAt), when: 'stopped' },
    {
      id: 'host',
      when: 'host',
      header: columns.host,
      width: 'minmax(6.5rem, 1fr)',
      from: 'lg',
      sortValue: (row) => row.host,
      interactive: true,
      cell: host,
    },
    { id: 'sandbox', when: 'sandbox', header: columns.sandbox, width: '5.5rem', interactive: true, cell: (row) => sandbox(row, words) },
  ];
  return all.filter(({ when }) => when === undefined || wanted.includes(when));
}

function timeColumn(id: string, header: string, at: (row: TaskRow) => number | undefined): Column<TaskRow> {
  return { id, header, width: '7rem', from: 'sm', sortValue: at, cell: (row) => <RelativeTime at={at(row)} /> };
}

const healthRank = (row: TaskRow): number | undefined => (row.healthy === undefined ? undefined : row.healthy ? 1 : 0);

function health({ healthy }: TaskRow, { healthWords }: MesosWords) {
  if (healthy === undefined) return <span className="text-muted">–</span>;
  return <StatusText tone={healthy ? 'ok' : 'danger'}>{healthy ? healthWords.healthy : healthWords.unhealthy}</StatusText>;
}

function host(row: TaskRow) {
  if (row.host === undefined) return <span className="text-muted">–</span>;
  return (
    <Link to={mesosPaths.agent(row.agentId)} className="text-accent hover:underline">
      {row.host}
    </Link>
  );
}

/** Through the executor, which knows the directory, where it is not known yet. */
function sandbox(row: TaskRow, { tasks }: MesosWords) {
  if (row.host === undefined) return <span className="text-muted">–</span>;
  const to =
    row.sandbox === undefined
      ? mesosPaths.executor(row.agentId, row.frameworkId, row.executorId)
      : mesosPaths.sandbox(row.agentId, row.sandbox);
  return (
    <Link to={to} className="text-accent hover:underline">
      {tasks.sandbox}
    </Link>
  );
}
