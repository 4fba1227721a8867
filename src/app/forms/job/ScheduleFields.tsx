import { useId } from 'react';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { textAt } from '../json/document-parts.ts';
import { CronFields } from './CronFields.tsx';
import { useJobFields } from './job-form-context.ts';
import { ChoiceField, TextJobField } from './JobFields.tsx';
import { NextRunsPreview } from './NextRunsPreview.tsx';
import { partsOf, PERIOD_UNITS, withPeriod, withRepetitions, withStart } from './schedule-parts.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

/** The schedule in parts, as its text, in words and as the runs that come of it. */
export function ScheduleFields() {
  const { schedule: words } = useJobFormWords();
  const { job, change } = useJobFields();
  const text = textAt(job, 'schedule');
  const parts = partsOf(text);
  const zones = useId();
  const set = (schedule: string) => change({ schedule });
  return (
    <>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Field label={words.date}>
          <TextInput type="date" value={parts.date} onChange={({ target }) => set(withStart(text, { ...parts, date: target.value }))} />
        </Field>
        <Field label={words.time}>
          <TextInput
            type="time"
            step={1}
            value={parts.time}
            onChange={({ target }) => set(withStart(text, { ...parts, time: target.value }))}
          />
        </Field>
        <ZoneField list={zones} />
        <Field label={words.count}>
          <NumberInput
            value={parts.count}
            onChange={({ target }) => set(withPeriod(text, target.value, parts.unit === '' ? 'days' : parts.unit))}
          />
        </Field>
        <ChoiceField
          label={words.unit}
          value={parts.unit}
          options={Object.fromEntries(
            [...(parts.unit === '' ? ([''] as const) : []), ...PERIOD_UNITS].map((unit) => [unit, words.units[unit]]),
          )}
          onChange={(next) => {
            const unit = PERIOD_UNITS.find((each) => each === next);
            if (unit) set(withPeriod(text, parts.count === '' ? '1' : parts.count, unit));
          }}
        />
        <Field label={words.repetitions}>
          <NumberInput
            value={parts.repetitions}
            placeholder={words.forEver}
            onChange={({ target }) => set(withRepetitions(text, target.value))}
          />
        </Field>
      </div>
      <datalist id={zones}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
      <TextJobField name="schedule" label={words.text} hint={words.textHint} required />
      <CronFields />
      <NextRunsPreview schedule={text} zone={textAt(job, 'scheduleTimeZone')} paused={job['disabled'] === true} />
    </>
  );
}

function ZoneField({ list }: { list: string }) {
  const { schedule: words } = useJobFormWords();
  const { job, change, errorAt, touch } = useJobFields();
  return (
    <Field label={words.zone} hint={words.zoneHint} error={errorAt('/scheduleTimeZone')} className="max-sm:col-span-2">
      <TextInput
        list={list}
        placeholder="UTC"
        value={textAt(job, 'scheduleTimeZone')}
        onChange={({ target }) => change({ scheduleTimeZone: target.value })}
        onBlur={() => touch('/scheduleTimeZone')}
      />
    </Field>
  );
}
