import { useQuery } from '@tanstack/react-query';
import { useDebugWords } from '../../../i18n/debug-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { queueQuery } from '../../../live/marathon-queries.ts';
import type { AppDetail, QueueEntry } from '../../../live/marathon-wire.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatDuration } from '../../../util/format.ts';
import { useNow } from '../../../util/use-now.ts';
import { TitledSection } from './TitledSection.tsx';
import { useResetDelay } from './use-reset-delay.ts';

/** Marathon's defaults, for what an older one does not print. */
const DEFAULTS = { backoffSeconds: 1, backoffFactor: 1.15, maxLaunchDelaySeconds: 300 };

/** How long Marathon still waits before it launches an app again whose instances ended too early, and why so long. */
export function LaunchDelay({ app, queued }: { app: AppDetail; queued: QueueEntry }) {
  const { delay: words } = useDebugWords();
  const { marathonList } = useMessages();
  const reset = useResetDelay(app.id);
  const now = useNow();
  const { dataUpdatedAt } = useQuery(queueQuery);
  const left = Math.max(0, Math.ceil((dataUpdatedAt - now) / 1000 + queued.delay.timeLeftSeconds));
  const settings = { ...DEFAULTS, ...numbersOf(app) };
  return (
    <TitledSection title={words.title}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="timer" aria-label={words.label}>
          {left === 0 ? words.now : words.next(formatDuration(left * 1000))}
        </p>
        <Button size="sm" onClick={reset}>
          {marathonList.delay.reset}
        </Button>
      </div>
      <p className="text-muted">
        {words.growth(
          formatDuration(settings.backoffSeconds * 1000),
          String(settings.backoffFactor),
          formatDuration(settings.maxLaunchDelaySeconds * 1000),
        )}
      </p>
    </TitledSection>
  );
}

function numbersOf(app: AppDetail): Partial<typeof DEFAULTS> {
  const entries = Object.keys(DEFAULTS).map((key) => [key, app[key]]);
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'number'));
}
