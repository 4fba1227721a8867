import { useState } from 'react';
import { isZone } from '../../../api/chronos/schedule.ts';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useNow } from '../../util/use-now.ts';
import { textAt } from '../json/document-parts.ts';
import { scheduleOfCron } from './cron-schedule.ts';
import { severalOfCron } from './cron-several.ts';
import { useJobFields } from './job-form-context.ts';

/** Turns a cron expression into the schedule, or into several jobs, or says why there is none that runs as it does. */
export function CronFields() {
  const { cron: words } = useJobFormWords();
  const { job, change } = useJobFields();
  const [text, setText] = useState('');
  const now = useNow();
  const kept = textAt(job, 'scheduleTimeZone');
  const zone = isZone(kept) ? kept : '';
  const result = text.trim() === '' ? undefined : scheduleOfCron(text, zone, now);
  const use = () => {
    if (result && 'schedule' in result) change({ schedule: result.schedule });
  };
  return (
    <details>
      <summary className="w-fit rounded-sm text-sm font-medium text-accent">{words.open}</summary>
      <div className="mt-2 flex flex-col gap-2">
        <Field label={words.label} error={result && 'problem' in result ? words.problems[result.problem] : undefined} hint={words.hint}>
          <TextInput
            value={text}
            className="font-mono"
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              use();
            }}
          />
        </Field>
        {result && 'schedule' in result && (
          <div className="flex flex-wrap items-center gap-3">
            <code className="text-xs">{result.schedule}</code>
            <Button size="sm" onClick={use}>
              {words.use}
            </Button>
          </div>
        )}
        {result && 'schedule' in result && result.drifts && <Banner tone="warn">{words.drifts}</Banner>}
        {result && 'problem' in result && <SeveralJobs expression={text} zone={zone} now={now} />}
      </div>
    </details>
  );
}

/** Offers one job for each time of an expression that no single schedule describes. */
function SeveralJobs({ expression, zone, now }: { expression: string; zone: string; now: number }) {
  const { cron: words } = useJobFormWords();
  const { submitEach } = useJobFields();
  const parts = severalOfCron(expression, zone, now);
  if (parts === undefined || submitEach === undefined) return undefined;
  if ('tooMany' in parts) return <p className="text-sm">{words.tooMany(parts.tooMany)}</p>;
  const { schedules } = parts;
  return (
    <div className="flex flex-col items-start gap-2 rounded-md bg-sunken px-3 py-2 text-sm">
      <p>{words.several(schedules.length)}</p>
      <ol className="flex flex-wrap gap-x-4 gap-y-1 font-mono text-xs">
        {schedules.map((schedule) => (
          <li key={schedule}>{schedule}</li>
        ))}
      </ol>
      <Button size="sm" onClick={() => submitEach(schedules)}>
        {words.createSeveral(schedules.length)}
      </Button>
    </div>
  );
}
