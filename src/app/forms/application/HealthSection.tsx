import { useFieldArray, useFormContext } from 'react-hook-form';
import { HEALTH_CHECK_PROTOCOLS } from '../../../api/marathon/checks.ts';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { AddRow, MoreSettings, RemoveRow, SelectField, TextField } from './AppFormFields.tsx';
import { isHttp, newHealthCheck, newReadinessCheck } from './check-rows.ts';
import type { AppFormValues } from './form-values.ts';

const DURATIONS = ['gracePeriodSeconds', 'intervalSeconds', 'timeoutSeconds', 'maxConsecutiveFailures'] as const;

export function HealthSection() {
  const form = useFormWords();
  const { control } = useFormContext<AppFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'healthChecks' });
  return (
    <>
      {fields.length === 0 && <p className="text-muted">{form.noHealthChecks}</p>}
      {fields.map((row, index) => (
        <HealthCheck key={row.id} index={index} onRemove={() => remove(index)} />
      ))}
      <AddRow label={form.addHealthCheck} onAdd={() => append({ ...newHealthCheck, path: '/' })} />
      <MoreSettings names={['readinessChecks']}>
        <ReadinessChecks />
      </MoreSettings>
    </>
  );
}

function HealthCheck({ index, onRemove }: { index: number; onRemove: () => void }) {
  const form = useFormWords();
  const { register, watch } = useFormContext<AppFormValues>();
  const protocol = watch(`healthChecks.${index}.protocol`);
  const name = `healthChecks.${index}` as const;
  const protocols = Object.fromEntries(HEALTH_CHECK_PROTOCOLS.map((each) => [each, form.healthProtocols[each] ?? each]));
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-line p-3">
      <legend className="sr-only">{form.healthCheck(index + 1)}</legend>
      <div className="grid grid-cols-[9rem_1fr_auto] items-start gap-3">
        <SelectField name={`${name}.protocol`} label={form.protocol} options={protocols} />
        {isHttp(protocol) && <TextField name={`${name}.path`} label={form.path} required />}
        {protocol === 'COMMAND' && <TextField name={`${name}.command`} label={form.cmd} required />}
        <RemoveRow label={form.removeHealthCheck(index + 1)} className="col-start-3 mt-6" onRemove={onRemove} />
      </div>
      {protocol !== 'COMMAND' && (
        <div className="grid grid-cols-2 items-start gap-3">
          <SelectField name={`${name}.portType`} label={form.portType} options={form.portTypes} />
          <TextField name={`${name}.port`} label={form.portTypes[watch(`${name}.portType`)]} numeric />
        </div>
      )}
      <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-4">
        {DURATIONS.map((each) => (
          <TextField key={each} name={`${name}.${each}`} label={form[each]} numeric />
        ))}
      </div>
      {isHttp(protocol) && <Checkbox label={form.ignoreHttp1xx} {...register(`${name}.ignoreHttp1xx`)} />}
    </fieldset>
  );
}

function ReadinessChecks() {
  const form = useFormWords();
  const { control } = useFormContext<AppFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'readinessChecks' });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-xs font-medium text-muted">{form.readinessCheck}</legend>
      <p className="text-xs text-muted">{form.readinessHint}</p>
      {fields.map((row, index) => (
        <div key={row.id} className="grid grid-cols-2 items-start gap-3 sm:grid-cols-[6rem_1fr_1fr_5rem_5rem_auto]">
          <SelectField name={`readinessChecks.${index}.protocol`} label={form.protocol} options={{ HTTP: 'HTTP', HTTPS: 'HTTPS' }} />
          <TextField name={`readinessChecks.${index}.path`} label={form.path} />
          <TextField name={`readinessChecks.${index}.portName`} label={form.readinessPort} />
          <TextField name={`readinessChecks.${index}.intervalSeconds`} label={form.intervalSeconds} numeric />
          <TextField name={`readinessChecks.${index}.timeoutSeconds`} label={form.timeoutSeconds} numeric />
          <RemoveRow label={form.removeReadiness(index + 1)} className="mt-6" onRemove={() => remove(index)} />
        </div>
      ))}
      {/* Marathon takes no more than one. */}
      {fields.length === 0 && <AddRow label={form.addReadiness} onAdd={() => append(newReadinessCheck)} />}
    </fieldset>
  );
}
