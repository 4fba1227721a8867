import { Link } from 'react-router';
import type { JobRun } from '../../../api/chronos/job.ts';
import { chronosPaths } from '../../chronos-paths.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { TONE_FILL } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';
import { formatDateTime } from '../../util/format.ts';
import { heatMapOf } from './heat-map.ts';
import { RUN_TONES } from './run-columns.tsx';

/** One square for each run, a row for each day: how a job has been doing at a glance. Each leads to its log. */
export function RunHeatMap({ runs }: { runs: readonly JobRun[] }) {
  const { runs: words } = useChronosWords();
  return (
    <table aria-label={words.heatMap} className="text-xs">
      <tbody>
        {heatMapOf(runs).map(({ day, runs: ofDay }) => (
          <tr key={day}>
            <th scope="row" className="pr-3 text-right font-normal whitespace-nowrap text-muted">
              {day}
            </th>
            <td className="flex flex-wrap gap-0.5 py-0.5">
              {ofDay.map((run) => (
                <Link
                  key={run.taskId}
                  to={chronosPaths.runLog(run.job, run.taskId)}
                  title={`${formatDateTime(Date.parse(run.scheduled))}: ${words.states[run.state]}`}
                  className={classNames('block size-3.5 rounded-sm', TONE_FILL[RUN_TONES[run.state]])}
                >
                  <span className="sr-only">
                    {formatDateTime(Date.parse(run.scheduled))}: {words.states[run.state]}
                  </span>
                </Link>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
