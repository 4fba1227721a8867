import { useInstanceWords } from '../../../i18n/instance-words.ts';
import { useTaskWords } from '../../../i18n/task-words.ts';
import type { TaskHistory } from '../../../live/task-history.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusText } from '../../../ui/StatusText.tsx';
import { formatDateTime } from '../../../util/format.ts';
import { stateTone } from '../rules/state-tone.ts';
import { TitledSection } from './TitledSection.tsx';

/** The states that Mesos saw a task in, from the first on, with what was said at each. */
export function StatusHistory({ history }: { history: TaskHistory | undefined }) {
  const { history: words } = useTaskWords();
  const { states } = useInstanceWords();
  return (
    <TitledSection title={words.title}>
      {history === undefined || history.statuses.length === 0 ? (
        <p className="text-muted">{words.none}</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {history.statuses.map(({ state, at, message, reason }, index) => (
            <li key={`${state} ${at}`} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[9rem_18rem_1fr]">
              {/* Only the last one is how it is now: work that is over no longer turns. */}
              <StatusText tone={index === history.statuses.length - 1 ? stateTone(state) : 'idle'}>{states[state] ?? state}</StatusText>
              <span>
                {formatDateTime(at)} <RelativeTime at={at} />
              </span>
              <span className="wrap-anywhere">
                {message} {reason !== undefined && <span className="text-xs text-muted">{reason}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </TitledSection>
  );
}
