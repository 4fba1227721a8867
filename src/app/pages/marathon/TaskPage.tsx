import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { useTaskWords } from '../../i18n/task-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { appQuery } from '../../live/marathon-queries.ts';
import { marathonIdOf } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { ApiError } from '../../util/http.ts';
import { useAppCrumbs } from './parts/use-app-crumbs.ts';
import { NotThere } from './parts/NotThere.tsx';
import { type TaskContext, useTask } from './parts/use-task.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** One instance of an application, while it lives and for as long as Mesos remembers it. */
export function TaskPage() {
  const { marathon } = useMessages();
  const { appId, taskId = '' } = useParams();
  const id = marathonIdOf(appId);
  const app = useQuery(appQuery(id));
  const context = useTask(app.data, taskId);
  const crumbs = useAppCrumbs(id, true);
  const gone = app.error instanceof ApiError && app.error.status === 404;
  return (
    <Page title={taskId} crumbs={crumbs} actions={context?.task && <KillLinks appId={id} taskId={taskId} />}>
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
  const places = useMarathonPaths();
  const words = useTaskWords();
  return (
    <>
      <ButtonLink to={places.kill(appId, 'kill', taskId)}>{words.kill}</ButtonLink>
      <ButtonLink to={places.kill(appId, 'kill-and-scale', taskId)}>{words.killAndScale}</ButtonLink>
    </>
  );
}

function TaskViews({ context }: { context: TaskContext }) {
  const places = useMarathonPaths();
  const words = useTaskWords();
  const { app, taskId, task, history, pending } = context;
  if (task === undefined && history === undefined) {
    if (pending) return <Skeleton className="h-48 w-full" />;
    return (
      <EmptyState title={words.notFound(taskId)} action={<ButtonLink to={places.app(app.id)}>{words.toApp}</ButtonLink>}>
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
          { to: places.task(app.id, taskId), label: words.details, end: true },
          { to: places.taskFiles(app.id, taskId), label: words.files },
          { to: places.taskLogs(app.id, taskId), label: words.logs },
          { to: places.taskVolumes(app.id, taskId), label: words.volumes },
        ]}
      />
      <Outlet context={context} />
    </>
  );
}
