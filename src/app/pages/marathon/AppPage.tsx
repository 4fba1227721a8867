import { useQuery } from '@tanstack/react-query';
import { Settings } from 'lucide-react';
import { useEffect } from 'react';
import { Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { useAppWords } from '../../i18n/app-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useServicesWords } from '../../i18n/services-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { appEvents } from '../../live/app-events.ts';
import { appQuery, queueQuery } from '../../live/marathon-queries.ts';
import type { AppDetail, QueueEntry } from '../../live/marathon-wire.ts';
import { type AppDialog, marathonIdOf } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { ApiError } from '../../util/http.ts';
import { appMenuItems } from './parts/app-actions.tsx';
import { useAppCrumbs } from './parts/use-app-crumbs.ts';
import { AppNotices } from './parts/AppNotices.tsx';
import { ContinueMigration } from './parts/ContinueMigration.tsx';
import { CrashLoopBadge } from './parts/CrashLoopBadge.tsx';
import { HealthBar } from './parts/HealthBar.tsx';
import { NotThere } from './parts/NotThere.tsx';
import { RefreshButton } from './parts/RefreshButton.tsx';
import { StatusWord } from './parts/StatusWord.tsx';
import type { AppContext } from './parts/use-app.ts';
import { useResetDelay } from './parts/use-reset-delay.ts';
import { appStatus } from './rules/app-status.ts';
import { hasVolumes } from './rules/app-volumes.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** One application: how it is, what can be done with it, and its tabs. */
export function AppPage() {
  const places = useMarathonPaths();
  const { marathon } = useMessages();
  const { appId } = useParams();
  const id = marathonIdOf(appId);
  const crumbs = useAppCrumbs(id);
  const app = useQuery(appQuery(id));
  const queue = useQuery(queueQuery);
  const queued = queue.data?.get(id);
  const debugging = useLocation().pathname === places.appDebug(id);
  useEffect(() => appEvents.start(Date.now()), []);
  const gone = app.error instanceof ApiError && app.error.status === 404;
  const name = id.slice(id.lastIndexOf('/') + 1);
  const ready = gone ? undefined : app.data;
  return (
    <Page
      title={name}
      crumbs={crumbs}
      actions={ready && <AppActions app={ready} queued={queued} stale={app.isError} />}
      below={ready && <AppHeader app={ready} queued={queued} />}
    >
      {gone && <NotThere appId={id} />}
      {!gone && app.isError && app.data === undefined && (
        <ErrorState title={marathon.app.loadFailed} detail={app.error.message} onRetry={() => void app.refetch()} />
      )}
      {app.isPending && <Skeleton className="h-48 w-full" />}
      {ready && (
        <>
          <ContinueMigration app={ready} />
          {/* The Debug tab says the same, and more. */}
          {!debugging && <AppNotices app={ready} queued={queued} />}
          <AppTabs app={ready} />
          <Outlet context={{ app: ready, queued, stale: app.isError } satisfies AppContext} />
        </>
      )}
    </Page>
  );
}

function AppTabs({ app }: { app: AppDetail }) {
  const places = useMarathonPaths();
  const { app: own } = useMessages().marathon;
  const words = useAppWords();
  const services = useServicesWords();
  const { id } = app;
  // Marathon's own page has neither.
  const isService = places.place === 'services';
  return (
    <TabLinks
      label={own.tabs}
      tabs={[
        { to: places.app(id), label: own.instances, end: true },
        { to: places.appConfiguration(id), label: own.configuration },
        ...(isService ? [{ to: places.appDeployments(id), label: services.deployments.tab }] : []),
        { to: places.appDebug(id), label: own.debug },
        ...(isService ? [{ to: places.appEndpoints(id), label: services.endpoints.tab }] : []),
        ...(hasVolumes(app) ? [{ to: places.appVolumes(id), label: words.volumes }] : []),
        { to: places.appEvents(id), label: words.events },
      ]}
    />
  );
}

function AppHeader({ app, queued }: { app: AppDetail; queued: QueueEntry | undefined }) {
  const { status: words } = useMessages().marathon;
  const status = appStatus(app, queued);
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-2">
        {status !== undefined && <StatusWord status={status} queued={queued} />}
        <span className="text-muted">{words.instances(app.tasksRunning, app.instances)}</span>
        <CrashLoopBadge app={app} queued={queued} />
      </p>
      <HealthBar counts={app} legend moving={status === 'deploying'} />
    </div>
  );
}

function AppActions({ app, queued, stale }: { app: AppDetail; queued: QueueEntry | undefined; stale: boolean }) {
  const places = useMarathonPaths();
  const { marathon, marathonList } = useMessages();
  const { actions } = marathon;
  const resetDelay = useResetDelay(app.id);
  const navigate = useNavigate();
  const off = stale ? actions.stale : app.instances === 0 ? actions.nothingRuns : undefined;
  const open = (dialog: AppDialog) => void navigate(places.appDialog(app.id, dialog), { preventScrollReset: true });
  return (
    <>
      <Button variant="primary" disabledReason={stale ? actions.stale : undefined} onClick={() => open('scale')}>
        {actions.scaleApplication}
      </Button>
      <Button disabledReason={off} onClick={() => open('restart')}>
        {actions.restart}
      </Button>
      {appStatus(app, queued) === 'delayed' && (
        <Button disabledReason={stale ? actions.stale : undefined} onClick={resetDelay}>
          {marathonList.delay.reset}
        </Button>
      )}
      <RefreshButton appId={app.id} />
      <Menu
        acts
        trigger={
          <IconButton label={actions.more} tooltip={false} className="size-9 border border-line-strong/60">
            <Settings aria-hidden size={16} />
          </IconButton>
        }
        items={appMenuItems(['edit', 'duplicate', 'suspend', 'destroy'], { instances: app.instances, stale }, actions, open)}
      />
    </>
  );
}
