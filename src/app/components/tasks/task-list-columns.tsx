import type { MesosWords } from '../../i18n/mesos-words.ts';
import type { TasksWords } from '../../i18n/tasks-words.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../tables/column.ts';
import { marathonPageOfTask } from '../mesos/marathon-page-of-task.ts';
import { taskColumns, type TaskRow } from '../mesos/task-columns.tsx';

/** Columns of tasks that are alive. */
export const aliveColumns = (words: MesosWords): Column<TaskRow>[] => taskColumns(words, ['framework', 'health', 'host']);

/** Columns of tasks that ended, with what was said of it. */
export function endedColumns(words: MesosWords, { said }: TasksWords, messages: ReadonlyMap<string, string>): Column<TaskRow>[] {
  const columns = taskColumns(words, ['framework', 'stopped', 'host'])
    .filter(({ id }) => id !== 'started')
    .map((column) => (column.id === 'host' ? { ...column, width: '8.5rem' } : column));
  const message = (row: TaskRow): string | undefined => messages.get(row.id);
  return columns.toSpliced(3, 0, {
    id: 'said',
    header: said,
    width: 'minmax(9rem, 2fr)',
    from: 'md',
    sortValue: message,
    cell: (row) => (
      <span className="line-clamp-2 text-muted" title={message(row)}>
        {message(row) ?? '–'}
      </span>
    ),
  });
}

/** The page of a task: that of its service for Marathon's instances, else the one at its node. */
export function taskLink(row: TaskRow): string {
  const app = marathonPageOfTask(row.id);
  return app && row.framework === 'marathon' ? paths.dcos.task(app.id, row.id) : paths.nodeTask(row.agentId, row.id);
}
