import { useMemo } from 'react';
import { Link } from 'react-router';
import { Temporal } from 'temporal-polyfill';
import type { JobRun } from '../../../api/chronos/job.ts';
import { chronosPaths } from '../../chronos-paths.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { TONE_FILL } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';
import { formatDateTime } from '../../util/format.ts';
import { currentLocale } from '../../util/locale.ts';
import { Cross } from './Cross.tsx';
import { headingsOf, heatMapOf, type HeatUnit, tellingRun } from './heat-map.ts';
import { RUN_TONES } from './run-columns.tsx';

const CELL = 'block h-4 w-full min-w-0 overflow-hidden rounded-sm';
/** Squares stay squares, and 24 of them fit a card. */
const WIDTHS: Record<HeatUnit, string> = { week: 'max-w-48', day: 'max-w-md', hour: 'max-w-72' };

/** How a job has been doing at a glance: by weeks, days or hours, whatever its runs fit. A cell leads to the log that tells most. */
export function RunHeatMap({ runs }: { runs: readonly JobRun[] }) {
  const { runs: words } = useChronosWords();
  const { language, timeZone = Temporal.Now.timeZoneId() } = currentLocale();
  const { unit, rows } = useMemo(() => heatMapOf(runs, timeZone), [runs, timeZone]);
  const headings = useMemo(() => headingsOf(unit, weekdayIn(language)), [unit, language]);
  return (
    <table aria-label={words.heatMap} className="w-full text-xs">
      <tbody>
        {/* Each cell says its time itself. */}
        <tr aria-hidden className="text-muted">
          <td>&nbsp;</td>
          <td className={classNames('flex gap-0.5', WIDTHS[unit])}>
            {Object.entries(headings).map(([cell, heading]) => (
              <span
                key={cell}
                className={classNames('w-full min-w-0 overflow-visible whitespace-nowrap', unit === 'week' && 'text-center')}
              >
                {heading}
              </span>
            ))}
          </td>
        </tr>
        {rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row" className="w-px pr-3 text-left font-normal whitespace-nowrap text-muted tabular-nums">
              {unit === 'week' && words.weekOf} {label}
            </th>
            <td className={classNames('flex gap-0.5 py-0.5', WIDTHS[unit])}>
              {Object.entries(cells).map(([place, ofCell]) => (
                <HeatCell key={place} runs={ofCell} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 2024 began with a Monday. */
const weekdayIn = (language: string) => {
  const format = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' });
  return (day: number): string => format.format(Date.UTC(2024, 0, day));
};

function HeatCell({ runs }: { runs: readonly JobRun[] }) {
  const { runs: words } = useChronosWords();
  const run = tellingRun(runs);
  if (!run) return <span aria-hidden className={classNames(CELL, 'bg-sunken')} />;
  const label = words.heatCell(formatDateTime(Date.parse(run.scheduled)), words.states[run.state], runs.length - 1);
  const look = classNames(CELL, TONE_FILL[RUN_TONES[run.state]]);
  const text = (
    <>
      {run.state === 'failure' && <Cross />}
      <span className="sr-only">{label}</span>
    </>
  );
  if (run.agentId === undefined) {
    return (
      <span title={label} className={look}>
        {text}
      </span>
    );
  }
  return (
    <Link to={chronosPaths.runLog(run.job, run.taskId)} title={label} className={look}>
      {text}
    </Link>
  );
}
