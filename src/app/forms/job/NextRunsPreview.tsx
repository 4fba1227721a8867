import { formatInZone } from '../../components/chronos/format-in-zone.ts';
import { runsFromNow } from '../../components/chronos/next-run.ts';
import { scheduleSentence } from '../../components/chronos/schedule-sentence.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { formatDateTime, formatRelative } from '../../util/format.ts';
import { useNow } from '../../util/use-now.ts';
import { isZone, readSchedule } from '../../../api/chronos/schedule.ts';

const SHOWN = 5;

/** What a schedule means: a sentence, and its next runs on the job's clock and on the reader's. Nothing for what is no schedule. */
export function NextRunsPreview({ schedule, zone, paused }: { schedule: string; zone: string; paused: boolean }) {
  const { schedule: words } = useJobFormWords();
  const { sentence } = useChronosWords();
  const now = useNow();
  if ('problem' in readSchedule(schedule) || !isZone(zone)) return undefined;
  const runs = runsFromNow(schedule, zone, SHOWN, now);
  return (
    <div className="flex flex-col gap-2 rounded-md bg-sunken px-3 py-2 text-sm">
      <output>{words.sentence(scheduleSentence(schedule, sentence), runs.zone)}</output>
      {paused && <p className="text-warn">{words.paused}</p>}
      {runs.times.length === 0 && <p className="text-muted">{words.none}</p>}
      {runs.times[0] === now && <p className="text-warn">{words.atOnce}</p>}
      {runs.times.length > 0 && (
        <table aria-label={words.next} className="text-left text-xs tabular-nums">
          <thead className="text-muted">
            <tr>
              <th className="py-0.5 pr-3 font-medium">{words.next}</th>
              <th className="py-0.5 pr-3 font-medium">{words.jobTime(runs.zone)}</th>
              <th className="py-0.5 font-medium">{words.yourTime}</th>
            </tr>
          </thead>
          <tbody>
            {runs.times.map((at) => (
              <tr key={at}>
                <td className="py-0.5 pr-3">{formatRelative(at, now)}</td>
                <td className="py-0.5 pr-3">{formatInZone(at, runs.zone)}</td>
                <td className="py-0.5">{formatDateTime(at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
