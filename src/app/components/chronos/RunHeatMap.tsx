import { useMemo } from 'react';
import { Link } from 'react-router';
import { Temporal } from 'temporal-polyfill';
import type { JobRun } from '../../../api/chronos/job.ts';
import { chronosPaths } from '../../chronos-paths.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { TONE_FILL } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';
import { formatDateTime } from '../../util/format.ts';
import { heatMapOf, type HeatUnit, tellingRun } from './heat-map.ts';
import { RUN_TONES } from './run-columns.tsx';

const CELL = 'block h-4 w-full rounded-sm';
/** Squares stay squares, and 24 of them fit a card. */
const WIDTHS: Record<HeatUnit, string> = { week: 'max-w-48', day: 'max-w-md', hour: 'max-w-72' };

/** How a job has been doing at a glance: by weeks, days or hours, whatever its runs fit. A cell leads to the log that tells most. */
export function RunHeatMap({ runs }: { runs: readonly JobRun[] }) {
  const { runs: words } = useChronosWords();
  const { unit, rows } = useMemo(() => heatMapOf(runs, Temporal.Now.timeZoneId()), [runs]);
  return (
    <table aria-label={words.heatMap} className="w-full text-xs">
      <tbody>
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

function HeatCell({ runs }: { runs: readonly JobRun[] }) {
  const { runs: words } = useChronosWords();
  const run = tellingRun(runs);
  if (!run) return <span aria-hidden className={classNames(CELL, 'bg-sunken')} />;
  const label = words.heatCell(formatDateTime(Date.parse(run.scheduled)), words.states[run.state], runs.length - 1);
  const look = classNames(CELL, TONE_FILL[RUN_TONES[run.state]]);
  const text = <span className="sr-only">{label}</span>;
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
