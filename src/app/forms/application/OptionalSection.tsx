import { useFieldArray, useFormContext } from 'react-hook-form';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { AddRow, LinesField, MoreSettings, RemoveRow, SelectField, TextField } from './AppFormFields.tsx';
import { DEPLOYMENT_FIELDS } from './field-of-path.ts';
import type { AppFormValues } from './form-values.ts';
import { newFetch } from './volume-rows.ts';

export function OptionalSection() {
  const form = useFormWords();
  return (
    <>
      <Uris />
      <LinesField name="constraints" label={form.constraints} hint={form.constraintsHint} />
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <TextField name="executor" label={form.executor} hint={form.executorHint} />
        <TextField name="acceptedResourceRoles" label={form.acceptedResourceRoles} hint={form.acceptedResourceRolesHint} />
        <TextField name="user" label={form.user} />
      </div>
      <DeploymentSettings />
    </>
  );
}

/** How instances are replaced: on a change, after a failure, with their agent. Empty fields show Marathon's defaults. */
function DeploymentSettings() {
  const form = useFormWords();
  const { watch } = useFormContext<AppFormValues>();
  return (
    <MoreSettings names={DEPLOYMENT_FIELDS}>
      <fieldset className="grid items-end gap-3 sm:grid-cols-2">
        <legend className="mb-1.5 text-sm font-medium">{form.upgrade}</legend>
        <TextField name="minimumHealthCapacity" label={form.minimumHealthCapacity} numeric />
        <TextField name="maximumOverCapacity" label={form.maximumOverCapacity} numeric />
        <p className="-mt-2 text-xs text-muted sm:col-span-2">{form.fromZeroToOne}</p>
        <SelectField name="killSelection" label={form.killSelection} options={form.killSelections} />
        <TextField name="taskKillGracePeriodSeconds" label={form.taskKillGracePeriodSeconds} numeric />
      </fieldset>
      <fieldset className="grid items-end gap-3 sm:grid-cols-3">
        <legend className="mb-1.5 text-sm font-medium">{form.backoff}</legend>
        <TextField name="backoffSeconds" label={form.backoffSeconds} numeric />
        <TextField name="backoffFactor" label={form.backoffFactor} numeric />
        <TextField name="maxLaunchDelaySeconds" label={form.maxLaunchDelaySeconds} numeric />
      </fieldset>
      <fieldset className="grid items-end gap-3 sm:grid-cols-3">
        <legend className="mb-1.5 text-sm font-medium">{form.unreachableTitle}</legend>
        <SelectField name="unreachable" label={form.unreachable} options={form.unreachables} />
        {watch('unreachable') === 'custom' && (
          <>
            <TextField name="inactiveAfterSeconds" label={form.inactiveAfterSeconds} numeric />
            <TextField name="expungeAfterSeconds" label={form.expungeAfterSeconds} numeric />
          </>
        )}
      </fieldset>
    </MoreSettings>
  );
}

function Uris() {
  const form = useFormWords();
  const { control, register } = useFormContext<AppFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'fetch' });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-xs font-medium text-muted">{form.uris}</legend>
      <p className="text-xs text-muted">{form.urisHint}</p>
      {fields.map((row, index) => (
        <div key={row.id} className="grid grid-cols-[1fr_auto] items-start gap-x-2 gap-y-1.5">
          <TextField name={`fetch.${index}.uri`} label={form.uri} labelHidden />
          <RemoveRow label={form.removeUri(index + 1)} className="mt-0.5" onRemove={() => remove(index)} />
          <div className="flex flex-wrap gap-4">
            <Checkbox label={form.extract} {...register(`fetch.${index}.extract`)} />
            <Checkbox label={form.executable} {...register(`fetch.${index}.executable`)} />
            <Checkbox label={form.cache} {...register(`fetch.${index}.cache`)} />
          </div>
        </div>
      ))}
      <AddRow label={form.addUri} onAdd={() => append(newFetch)} />
    </fieldset>
  );
}
