import { useMessages } from '../../../i18n/messages.ts';
import type { AppRow } from '../rules/app-rows.ts';
import { waitingReasons } from '../rules/waiting-reasons.ts';
import { StagingProgress } from './StagingProgress.tsx';
import { useReasonWords } from './use-reason-words.ts';

/** Why an app is as it is, in one line. */
export function StatusDetail({ row: { app, queued, status } }: { row: Extract<AppRow, { kind: 'app' }> }) {
  const reasonWords = useReasonWords();
  const { failure } = useMessages().marathon;
  const looks = 'truncate text-xs text-muted';
  if (queued !== undefined && status === 'waiting') {
    const [reason] = waitingReasons(app, queued);
    if (reason !== undefined) return <span className={looks}>{reasonWords(reason)}</span>;
  }
  if (app.tasksStaged > 0) return <StagingProgress appId={app.id} className={looks} />;
  const failed = app.lastTaskFailure;
  if (failed && app.tasksRunning < app.instances) {
    return (
      <span className={looks} title={failed.message}>
        {failed.message === '' ? failure.states[failed.state] : failed.message}
      </span>
    );
  }
  return undefined;
}
