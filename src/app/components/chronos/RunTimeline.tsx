import { Link } from 'react-router';
import { Temporal } from 'temporal-polyfill';
import type { JobRun } from '../../../api/chronos/job.ts';
import { chronosPaths } from '../../chronos-paths.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { TONE_FILL } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';
import { formatDateTime, formatDuration } from '../../util/format.ts';
import { currentLocale } from '../../util/locale.ts';
import { Cross } from './Cross.tsx';
import { formatInZone } from './format-in-zone.ts';
import { durationOf, RUN_TONES } from './run-columns.tsx';
import { type Bar, timelineOf } from './timeline.ts';

/** How many of the latest moments are drawn. */
const SHOWN = 14;

const LABEL = 'w-28 shrink-0 whitespace-nowrap text-muted tabular-nums';

/** The latest runs as bars, each from the moment it was due: waiting, running, and what was tried again. */
export function RunTimeline({ runs, now }: { runs: readonly JobRun[]; now: number }) {
  const { runs: words } = useChronosWords();
  const { timeZone = Temporal.Now.timeZoneId() } = currentLocale();
  const { longest, rows } = timelineOf(runs, now, SHOWN);
  if (rows.length === 0) return <p className="text-muted">{words.nothingStarted}</p>;
  return (
    <figure className="flex flex-col gap-1 text-xs">
      <ol className="flex flex-col gap-1" aria-label={words.timeline}>
        {rows.map(({ scheduled, bars }) => (
          <li key={scheduled} className="flex items-center gap-3">
            <span aria-hidden className={LABEL}>
              {formatInZone(Date.parse(scheduled), timeZone)}
            </span>
            <span className="relative h-4 flex-1 rounded-sm bg-sunken">
              {bars.map((bar) => (
                <RunBar key={bar.run.taskId} bar={bar} now={now} />
              ))}
            </span>
          </li>
        ))}
      </ol>
      <figcaption className="flex justify-between text-muted">
        <span className={LABEL} />
        <span className="mr-auto ml-3">{words.due}</span>
        <span>{words.later(formatDuration(longest))}</span>
      </figcaption>
    </figure>
  );
}

function RunBar({ bar: { run, start, width }, now }: { bar: Bar; now: number }) {
  const { runs: words } = useChronosWords();
  const label = `${formatDateTime(Date.parse(run.scheduled))}, ${words.states[run.state]}, ${formatDuration(durationOf(run, now) ?? 0)}`;
  const look = {
    title: label,
    className: classNames('absolute inset-y-0 min-w-1 overflow-hidden rounded-sm', TONE_FILL[RUN_TONES[run.state]]),
    style: { left: `${start * 100}%`, width: `${width * 100}%` },
  };
  const content = (
    <>
      {run.state === 'failure' && <Cross />}
      <span className="sr-only">{label}</span>
    </>
  );
  if (run.agentId === undefined) return <span {...look}>{content}</span>;
  return (
    <Link {...look} to={chronosPaths.runLog(run.job, run.taskId)}>
      {content}
    </Link>
  );
}
