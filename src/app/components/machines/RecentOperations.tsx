import { useQuery } from '@tanstack/react-query';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import { operationsQuery } from '../../live/machine-actions.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusText } from '../../ui/StatusText.tsx';

const TONES = { running: 'info', done: 'ok', failed: 'danger' } as const;
const SHOWN = 8;

/** What was done to the machines since the cluster was started, and what went wrong. */
export function RecentOperations() {
  const words = useMachinesWords().operations;
  const operations = useQuery(operationsQuery).data ?? [];
  if (operations.length === 0) return undefined;
  return (
    <section aria-label={words.title} className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-4">
      <h2 className="font-semibold">{words.title}</h2>
      <ul aria-live="polite" className="flex flex-col gap-1.5">
        {operations.slice(0, SHOWN).map(({ id, action, state, startedAt, machines }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <StatusText tone={TONES[state]}>{words.states[state]}</StatusText>
            <span>{words.said(action, machines.map(({ name }) => name).join(', '))}</span>
            <RelativeTime at={startedAt} />
            {machines.map(
              ({ name, message }) =>
                message !== undefined && (
                  <span key={name} className="text-muted">
                    {message}
                  </span>
                ),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
