import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { MasterFacts } from '../../components/mesos/MasterFacts.tsx';
import { TaskTables } from '../../components/mesos/TaskTables.tsx';
import { useTaskRows } from '../../components/mesos/use-task-rows.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { TASKS_AT_FIRST, tasksQuery } from '../../live/mesos-tasks.ts';

/** More than any master keeps. */
const ALL_TASKS = 1_000_000;

/** The master in short, and every task that it knows. */
export function OverviewPage() {
  const words = useMesosWords();
  const [limit, setLimit] = useState(TASKS_AT_FIRST);
  const tasks = useQuery(tasksQuery(limit));
  const rows = useTaskRows(tasks.data);
  const cut = tasks.data?.length === limit ? { at: limit, onShowAll: () => setLimit(ALL_TASKS) } : undefined;
  return (
    <Page title={words.title} hideHeader>
      <MasterFacts />
      <TaskTables rows={rows} failure={tasks.error} onRetry={() => void tasks.refetch()} cut={cut} />
    </Page>
  );
}
