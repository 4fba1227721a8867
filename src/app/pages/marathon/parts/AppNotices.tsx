import { useMessages } from '../../../i18n/messages.ts';
import type { AppDetail, QueueEntry } from '../../../live/marathon-wire.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { LastFailure } from './LastFailure.tsx';
import { isStaging, StagingProgress } from './StagingProgress.tsx';
import { WaitingReasons } from './WaitingReasons.tsx';

/** What stands between an app and its wished instances, on top of its page: why it waits, what is being started, what failed. */
export function AppNotices({ app, queued }: { app: AppDetail; queued: QueueEntry | undefined }) {
  const words = useMessages().marathon.app;
  const staging = app.tasks.filter(isStaging).length;
  const failed = app.lastTaskFailure;
  if (app.tasksRunning >= app.instances) return undefined;
  return (
    <>
      {queued?.delay.overdue && <WaitingReasons app={app} queued={queued} />}
      {staging > 0 && (
        <Banner tone="info" title={words.staging(staging)}>
          <StagingProgress appId={app.id} className="text-muted" />
        </Banner>
      )}
      {failed && <LastFailure appId={app.id} failure={failed} />}
    </>
  );
}
