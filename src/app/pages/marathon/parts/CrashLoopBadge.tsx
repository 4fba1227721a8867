import { Link } from 'react-router';
import { useDebugWords } from '../../../i18n/debug-words.ts';
import type { AppDetail, QueueEntry } from '../../../live/marathon-wire.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import { formatDuration } from '../../../util/format.ts';
import { useNow } from '../../../util/use-now.ts';
import { crashLoop, LOOP_WINDOW_MS } from '../rules/task-endings.ts';
import { useTaskEndings } from './use-task-endings.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** Beside the status of an app whose instances keep ending: how often, leading to why. Mesos is asked only when something ended lately. */
export function CrashLoopBadge({ app, queued }: { app: AppDetail; queued: QueueEntry | undefined }) {
  const places = useMarathonPaths();
  const { endings: words } = useDebugWords();
  const now = useNow(10_000);
  const failedAt = app.lastTaskFailure ? Date.parse(app.lastTaskFailure.timestamp) : 0;
  const suspicious = queued?.delay.overdue === false || now - failedAt <= LOOP_WINDOW_MS;
  const { endings } = useTaskEndings(app, { messages: false, enabled: suspicious });
  const count = suspicious ? crashLoop(endings, now) : undefined;
  if (count === undefined) return undefined;
  const span = formatDuration(LOOP_WINDOW_MS);
  return (
    <Tooltip content={words.loopHint(count, span)}>
      <Link to={places.appDebug(app.id)} className="rounded-full">
        <Badge tone="danger">{words.loop(count, span)}</Badge>
      </Link>
    </Tooltip>
  );
}
