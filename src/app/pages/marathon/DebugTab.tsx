import { LastChanges } from './parts/LastChanges.tsx';
import { LaunchDelay } from './parts/LaunchDelay.tsx';
import { TaskEndings } from './parts/TaskEndings.tsx';
import { TaskStatistics } from './parts/TaskStatistics.tsx';
import { UnreadyInstances } from './parts/UnreadyInstances.tsx';
import { useAppContext } from './parts/use-app.ts';
import { WaitingFunnel } from './parts/WaitingFunnel.tsx';

/** Why an app is as it is: what it waits for, how its instances ended, when it was changed. */
export function DebugTab() {
  const { app, queued } = useAppContext();
  return (
    <div className="flex flex-col gap-4">
      {queued && !queued.delay.overdue && <LaunchDelay app={app} queued={queued} />}
      {queued?.delay.overdue && <WaitingFunnel app={app} queued={queued} />}
      <UnreadyInstances app={app} />
      <TaskEndings app={app} />
      <LastChanges app={app} />
      <TaskStatistics app={app} />
    </div>
  );
}
