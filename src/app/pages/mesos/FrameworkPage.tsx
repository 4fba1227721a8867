import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outlet, useNavigate, useParams } from 'react-router';
import { FrameworkFacts } from '../../components/mesos/FrameworkFacts.tsx';
import { LookedFor } from '../../components/mesos/LookedFor.tsx';
import { TaskTables } from '../../components/mesos/TaskTables.tsx';
import { useTaskRows } from '../../components/mesos/use-task-rows.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { frameworksQuery } from '../../live/mesos-frameworks.ts';
import { TASKS_AT_FIRST, tasksQuery } from '../../live/mesos-tasks.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** More than any master keeps. */
const ALL_TASKS = 1_000_000;

/** One framework: what it is, what it has, and its tasks. */
export function FrameworkPage() {
  const words = useMesosWords();
  const own = words.framework;
  const frameworkId = useParams()['frameworkId'] ?? '';
  const frameworks = useQuery(frameworksQuery);
  const [limit, setLimit] = useState(TASKS_AT_FIRST);
  const tasks = useQuery(tasksQuery(limit, frameworkId));
  const rows = useTaskRows(tasks.data);
  const navigate = useNavigate();
  const framework = frameworks.data?.frameworks.find(({ id }) => id === frameworkId);
  return (
    <Page
      title={framework?.name ?? frameworkId}
      crumbs={[{ label: words.frameworks.title, to: mesosPaths.frameworks() }]}
      actions={
        framework !== undefined &&
        framework.state !== 'completed' && (
          <Button variant="danger" onClick={() => void navigate(mesosPaths.tearDown(frameworkId), { preventScrollReset: true })}>
            {own.tearDown}
          </Button>
        )
      }
    >
      {framework === undefined ? (
        <LookedFor
          query={frameworks}
          what={words.frameworks.title}
          missing={own.unknown}
          hint={own.unknownHint}
          action={<ButtonLink to={mesosPaths.frameworks()}>{own.toFrameworks}</ButtonLink>}
        />
      ) : (
        <>
          <FrameworkFacts framework={framework} />
          <TaskTables
            rows={rows}
            failure={tasks.error}
            onRetry={() => void tasks.refetch()}
            ofOneFramework
            cut={tasks.data?.length === limit ? { at: limit, onShowAll: () => setLimit(ALL_TASKS) } : undefined}
          />
        </>
      )}
      <Outlet />
    </Page>
  );
}
