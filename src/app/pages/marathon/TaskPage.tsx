import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { useTaskWords } from '../../i18n/task-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { appQuery } from '../../live/marathon-queries.ts';
import { marathonIdOf, paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { ApiError } from '../../util/http.ts';
import { appCrumbs } from './parts/app-crumbs.ts';
import { NotThere } from './parts/NotThere.tsx';
import { type TaskContext, useTask } from './parts/use-task.ts';

/** One instance of an application, while it lives and for as long as Mesos remembers it. */
export function TaskPage() {
  const { marathon } = useMessages();
  const { appId, taskId = '' } = useParams();
  const id = marathonIdOf(appId);
  const app = useQuery(appQuery(id));
  const context = useTask(app.data, taskId);
  const gone = app.error instanceof ApiError && app.error.status === 404;
  return (
    <Page
      title={taskId}
      crumbs={appCrumbs(id, marathon.applications, true)}
      actions={context?.task && <KillLinks appId={id} taskId={taskId} />}
    >
      {gone && <NotThere appId={id} />}
      {!gone && app.isError && app.data === undefined && (
        <ErrorState title={marathon.app.loadFailed} detail={app.error.message} onRetry={() => void app.refetch()} />
      )}
      {app.isPending && <Skeleton className="h-48 w-full" />}
      {!gone && context && <TaskViews context={context} />}
    </Page>
  );
}

/** The dialogs open over the application, where the instance that takes its place will show. */
function KillLinks({ appId, taskId }: { appId: string; taskId: string }) {
  const words = useTaskWords();
  return (
    <>
      <ButtonLink to={paths.marathon.kill(appId, 'kill', taskId)}>{words.kill}</ButtonLink>
      <ButtonLink to={paths.marathon.kill(appId, 'kill-and-scale', taskId)}>{words.killAndScale}</ButtonLink>
    </>
  );
}

function TaskViews({ context }: { context: TaskContext }) {
  const words = useTaskWords();
  const { app, taskId, task, history, pending } = context;
  if (task === undefined && history === undefined) {
    if (pending) return <Skeleton className="h-48 w-full" />;
    return (
      <EmptyState title={words.notFound(taskId)} action={<ButtonLink to={paths.marathon.app(app.id)}>{words.toApp}</ButtonLink>}>
        {words.notFoundHint}
      </EmptyState>
    );
  }
  return (
    <>
      {task === undefined && <Banner tone="info">{words.ended}</Banner>}
      <TabLinks
        label={words.tabs}
        tabs={[
          { to: paths.marathon.task(app.id, taskId), label: words.details, end: true },
          { to: paths.marathon.taskFiles(app.id, taskId), label: words.files },
          { to: paths.marathon.taskLogs(app.id, taskId), label: words.logs },
          { to: paths.marathon.taskVolumes(app.id, taskId), label: words.volumes },
        ]}
      />
      <Outlet context={context} />
    </>
  );
}
