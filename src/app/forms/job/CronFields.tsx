import { useState } from 'react';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { isZone } from '../../../api/chronos/schedule.ts';
import { useNow } from '../../util/use-now.ts';
import { textAt } from '../json/document-parts.ts';
import { scheduleOfCron } from './cron-schedule.ts';
import { useJobFields } from './job-form-context.ts';

/** Turns a cron expression into the schedule, or says why there is none that runs as it does. */
export function CronFields() {
  const { cron: words } = useJobFormWords();
  const { job, change } = useJobFields();
  const [text, setText] = useState('');
  const now = useNow();
  const zone = textAt(job, 'scheduleTimeZone');
  const result = text.trim() === '' ? undefined : scheduleOfCron(text, isZone(zone) ? zone : '', now);
  const use = () => {
    if (result && 'schedule' in result) change({ schedule: result.schedule });
  };
  return (
    <details>
      <summary className="w-fit rounded-sm text-sm font-medium text-accent">{words.open}</summary>
      <div className="mt-2 flex flex-col gap-2">
        <div className="flex items-end gap-2">
          <Field
            label={words.label}
            className="flex-1"
            error={result && 'problem' in result ? words.problems[result.problem] : undefined}
            hint={words.hint}
          >
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
        </div>
        {result && 'schedule' in result && (
          <div className="flex flex-wrap items-center gap-3">
            <code className="text-xs">{result.schedule}</code>
            <Button size="sm" onClick={use}>
              {words.use}
            </Button>
          </div>
        )}
        {result && 'schedule' in result && result.drifts && <Banner tone="warn">{words.drifts}</Banner>}
      </div>
    </details>
  );
}
