import { useQuery } from '@tanstack/react-query';
import { ListTodo } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { taskFields } from '../../components/mesos/table-fields.ts';
import { SearchableTable } from '../../components/mesos/SearchableTable.tsx';
import type { TaskRow } from '../../components/mesos/task-columns.tsx';
import { useTaskRows } from '../../components/mesos/use-task-rows.ts';
import { aliveColumns, endedColumns, taskLink } from '../../components/tasks/task-list-columns.tsx';
import { useEndingMessages } from '../../components/tasks/use-ending-messages.ts';
import { useDashboardWords } from '../../i18n/dashboard-words.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { useTasksWords } from '../../i18n/tasks-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { listedTasksQuery } from '../../live/listed-tasks.ts';
import { TASKS_AT_FIRST } from '../../live/mesos-tasks.ts';
import { hasEnded, type TaskListChoice, taskListChoice } from '../../live/task-list.ts';
import { paths, TASK_LIST_STATES } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { ChoiceLinks } from '../../ui/ChoiceLinks.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatDateTime } from '../../util/format.ts';

/** More than any master keeps. */
const ALL_TASKS = 1_000_000;
const NEWEST_FIRST = { id: 'started', descending: true };
const LATEST_FIRST = { id: 'stopped', descending: true };
const NO_ROWS: TaskRow[] = [];
const rowKey = (row: TaskRow): string => `${row.frameworkId} ${row.id}`;

/** Tasks of all frameworks, by state and by when they ended: what the numbers of the Dashboard lead to. */
export function TasksPage() {
  const words = useTasksWords();
  const dashboard = useDashboardWords();
  const mesosWords = useMesosWords();
  const [search] = useSearchParams();
  const choice = useMemo(() => taskListChoice(search), [search]);
  const [limit, setLimit] = useState(TASKS_AT_FIRST);
  const tasks = useQuery(listedTasksQuery(choice, limit));
  const rows = useTaskRows(tasks.data?.tasks);
  const ended = hasEnded(choice.state);
  const messages = useEndingMessages(ended ? (rows ?? NO_ROWS) : NO_ROWS);
  const columns = useMemo(
    () => (ended ? endedColumns(mesosWords, words, messages) : aliveColumns(mesosWords)),
    [ended, mesosWords, words, messages],
  );
  return (
    <Page title={words.title} crumbs={[{ label: dashboard.title, to: paths.dashboard() }]}>
      <ChoiceLinks
        label={words.state}
        choices={TASK_LIST_STATES.map((state) => ({
          to: paths.tasks({ state, ...(hasEnded(state) && choice.time) }),
          label: words.states[state],
          chosen: state === choice.state,
        }))}
      />
      <Narrowed choice={choice} />
      {tasks.data?.cut === true && (
        <p className="flex flex-wrap items-center gap-3 text-muted">
          {mesosWords.tasks.newestOnly(limit)}
          <Button size="sm" onClick={() => setLimit(ALL_TASKS)}>
            {mesosWords.tasks.showAll}
          </Button>
        </p>
      )}
      <SearchableTable
        key={ended ? 'ended' : 'alive'}
        title={words.states[choice.state]}
        name="q"
        fields={taskFields}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        rowLink={taskLink}
        initialSort={ended ? LATEST_FIRST : NEWEST_FIRST}
        failure={tasks.error}
        onRetry={() => void tasks.refetch()}
        empty={
          <EmptyState icon={<ListTodo aria-hidden size={28} />} title={words.none}>
            {choice.time ? words.noneAtThatTime : ended ? undefined : words.noneAlive}
          </EmptyState>
        }
      />
    </Page>
  );
}

/** The time that ended tasks are narrowed to, and how far back Mesos remembers. */
function Narrowed({ choice: { state, time } }: { choice: TaskListChoice }) {
  const words = useTasksWords();
  if (!hasEnded(state)) return undefined;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted">
      {time && (
        <>
          <span className="text-text">{words.endedBetween(formatDateTime(time.from), formatDateTime(time.to))}</span>
          <ButtonLink size="sm" to={paths.tasks({ state })}>
            {words.anyTime}
          </ButtonLink>
        </>
      )}
      <span className="text-xs">{words.remembered}</span>
    </div>
  );
}
