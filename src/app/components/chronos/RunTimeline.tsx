import type { JobRun } from '../../../api/chronos/job.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { TONE_FILL } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';
import { formatDateTime, formatDuration } from '../../util/format.ts';
import { durationOf, RUN_TONES } from './run-columns.tsx';
import { type Bar, timelineOf } from './timeline.ts';

/** How many of the latest moments are drawn. */
const SHOWN = 16;

/** The latest runs as bars, each from the moment it was due: waiting, running, and what was tried again. */
export function RunTimeline({ runs, now }: { runs: readonly JobRun[]; now: number }) {
  const { runs: words } = useChronosWords();
  const { longest, rows } = timelineOf(runs, now, SHOWN);
  if (rows.length === 0) return <p className="text-muted">{words.nothingStarted}</p>;
  return (
    <figure className="flex flex-col gap-1 text-xs">
      <ol className="flex flex-col gap-1" aria-label={words.timeline}>
        {rows.map(({ scheduled, bars }) => (
          <li key={scheduled} className="relative h-4 rounded-sm bg-sunken">
            {bars.map((bar) => (
              <RunBar key={bar.run.taskId} bar={bar} now={now} />
            ))}
          </li>
        ))}
      </ol>
      <figcaption className="flex justify-between text-muted">
        <span>{words.due}</span>
        <span>{words.later(formatDuration(longest))}</span>
      </figcaption>
    </figure>
  );
}

function RunBar({ bar: { run, start, width }, now }: { bar: Bar; now: number }) {
  const { runs: words } = useChronosWords();
  const label = `${formatDateTime(Date.parse(run.scheduled))}, ${words.states[run.state]}, ${formatDuration(durationOf(run, now) ?? 0)}`;
  return (
    <span
      title={label}
      className={classNames('absolute inset-y-0 min-w-1 rounded-sm', TONE_FILL[RUN_TONES[run.state]])}
      style={{ left: `${start * 100}%`, width: `${width * 100}%` }}
    >
      <span className="sr-only">{label}</span>
    </span>
  );
}
