import { useMemo } from 'react';
import { ListTodo } from 'lucide-react';
import { type MesosWords, useMesosWords } from '../../i18n/mesos-words.ts';
import type { TaskStage } from '../../live/task-stage.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchableTable } from './SearchableTable.tsx';
import { taskFields } from './table-fields.ts';
import { type TaskColumn, taskColumns, type TaskRow } from './task-columns.tsx';

export interface TaskTablesProps {
  rows: TaskRow[] | undefined;
  failure: Error | null;
  onRetry: () => void;
  /** All tasks are of one framework, so its name is left out. */
  ofOneFramework?: boolean;
  /** Set when older tasks were left out: how many are here, and how to get all. */
  cut?: { at: number; onShowAll: () => void } | undefined;
}

const NEWEST_FIRST = { id: 'started', descending: true };
const LATEST_FIRST = { id: 'stopped', descending: true };
const rowKey = (row: TaskRow): string => `${row.frameworkId} ${row.id}`;
const rowLink = (row: TaskRow): string => mesosPaths.task(row.frameworkId, row.id);

/** Active, unreachable and completed tasks, each with its own search and order. Unreachable ones only where there are any. */
export function TaskTables({ rows, failure, onRetry, ofOneFramework = false, cut }: TaskTablesProps) {
  const words = useMesosWords();
  const { active, unreachable, completed } = useMemo(() => byStage(rows), [rows]);
  const columns = useMemo(() => columnSets(words, ofOneFramework), [words, ofOneFramework]);
  const shared = { fields: taskFields, rowKey, rowLink, failure, onRetry };
  return (
    <>
      {cut && (
        <p className="flex flex-wrap items-center gap-3 text-muted">
          {words.tasks.newestOnly(cut.at)}
          <Button size="sm" onClick={cut.onShowAll}>
            {words.tasks.showAll}
          </Button>
        </p>
      )}
      <SearchableTable
        {...shared}
        title={words.tasks.active}
        name="active"
        columns={columns.active}
        rows={active}
        initialSort={NEWEST_FIRST}
        empty={
          <EmptyState icon={<ListTodo aria-hidden size={28} />} title={words.tasks.noActive}>
            {words.tasks.noActiveHint}
          </EmptyState>
        }
      />
      {unreachable !== undefined && unreachable.length > 0 && (
        <SearchableTable
          {...shared}
          title={words.tasks.unreachable}
          name="unreachable"
          columns={columns.unreachable}
          rows={unreachable}
          initialSort={NEWEST_FIRST}
          empty={<EmptyState title={words.tasks.noUnreachable} />}
        />
      )}
      <SearchableTable
        {...shared}
        title={words.tasks.completed}
        name="completed"
        columns={columns.completed}
        rows={completed}
        initialSort={LATEST_FIRST}
        empty={<EmptyState title={words.tasks.noCompleted} />}
      />
    </>
  );
}

function byStage(rows: TaskRow[] | undefined): Partial<Record<TaskStage, TaskRow[]>> {
  if (rows === undefined) return {};
  const stages: Record<TaskStage, TaskRow[]> = { active: [], unreachable: [], completed: [] };
  for (const row of rows) stages[row.stage].push(row);
  return stages;
}

function columnSets(words: MesosWords, ofOneFramework: boolean) {
  const of = (...wanted: TaskColumn[]) => taskColumns(words, ofOneFramework ? wanted.filter((each) => each !== 'framework') : wanted);
  return {
    active: of('framework', 'role', 'health', 'host', 'sandbox'),
    unreachable: of('framework', 'role', 'host'),
    completed: of('framework', 'role', 'stopped', 'host', 'sandbox'),
  };
}
