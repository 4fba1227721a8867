import type { JobRun } from '../../../api/chronos/job.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { TONE_FILL } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';
import { formatDateTime, formatDuration } from '../../util/format.ts';
import { durationOf, RUN_TONES } from './run-columns.tsx';
import { timelineOf } from './timeline.ts';

/** How many of the latest runs are drawn. */
const SHOWN = 30;

/** The latest runs as bars from start to end, one above the other in the order in which they started. */
export function RunTimeline({ runs, now }: { runs: readonly JobRun[]; now: number }) {
  const { runs: words } = useChronosWords();
  const { from, to, bars } = timelineOf(runs.slice(0, SHOWN), now);
  if (bars.length === 0) return <p className="text-muted">{words.nothingStarted}</p>;
  return (
    <figure className="flex flex-col gap-1">
      <ol className="flex flex-col gap-0.5" aria-label={words.timeline}>
        {bars.map(({ run, left, width }) => {
          const label = `${formatDateTime(Date.parse(run.scheduled))}, ${words.states[run.state]}, ${formatDuration(durationOf(run, now) ?? 0)}`;
          return (
            <li key={run.taskId} className="relative h-2.5 rounded-sm bg-sunken" title={label}>
              <span className="sr-only">{label}</span>
              <span
                aria-hidden
                className={classNames('absolute inset-y-0 min-w-1 rounded-sm', TONE_FILL[RUN_TONES[run.state]])}
                style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
              />
            </li>
          );
        })}
      </ol>
      <figcaption className="flex justify-between text-xs text-muted">
        <span>{formatDateTime(from)}</span>
        <span>{formatDateTime(to)}</span>
      </figcaption>
    </figure>
  );
}
