import { useChronosWords } from '../../i18n/chronos-words.ts';
import { classNames } from '../../util/class-names.ts';
import type { CounterName } from './job-rows.ts';

const ORDER: CounterName[] = ['success', 'failure', 'fresh', 'running', 'queued', 'idle'];
const COLOURS: Record<CounterName, string> = {
  success: 'text-ok',
  failure: 'text-danger',
  fresh: 'text-info',
  running: 'text-info',
  queued: 'text-warn',
  idle: 'text-muted',
};

export interface JobCountersProps {
  counts: Record<CounterName, number>;
  chosen: CounterName | undefined;
  onChoose: (counter: CounterName | undefined) => void;
}

/** How many jobs are in each status and state; each number filters the list, again to take it off. */
export function JobCounters({ counts, chosen, onChoose }: JobCountersProps) {
  const { counters } = useChronosWords();
  return (
    <fieldset aria-label={counters.label} className="grid grid-cols-3 gap-2 sm:grid-cols-6">
      {ORDER.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={chosen === name}
          onClick={() => onChoose(chosen === name ? undefined : name)}
          className={classNames(
            'flex flex-col items-start rounded-xl border bg-surface px-3 py-2 hover:border-line-strong',
            chosen === name ? 'border-accent ring-1 ring-accent' : 'border-line',
          )}
        >
          <span className={classNames('text-xl font-semibold tabular-nums', COLOURS[name])}>{counts[name]}</span>
          <span className="text-xs text-muted">{counters[name]}</span>
        </button>
      ))}
    </fieldset>
  );
}
