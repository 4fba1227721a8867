import { useChronosWords } from '../../i18n/chronos-words.ts';
import { scheduleSentence } from './schedule-sentence.ts';

/** A schedule in plain words, with its ISO 8601 form below. */
export function ScheduleSentence({ schedule, timeZone }: { schedule: string; timeZone: string }) {
  const words = useChronosWords();
  return (
    <>
      <span className="block">
        {scheduleSentence(schedule, words.sentence)}
        {timeZone !== '' && <span className="text-muted"> ({timeZone})</span>}
      </span>
      <code className="block text-xs text-muted">{schedule}</code>
    </>
  );
}
