import { useFieldArray, useFormContext } from 'react-hook-form';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { AddRow, RemoveRow, SelectField, TextField, useAppField } from './AppFormFields.tsx';
import { type AppFormValues, emptyParameter, type NetworkChoice } from './form-values.ts';

const NETWORKS: NetworkChoice[] = ['host', 'bridge', 'user'];

export function DockerSection() {
  const form = useFormWords();
  const { register, watch } = useFormContext<AppFormValues>();
  const network = useAppField('network');
  const chosen = watch('network');
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
        <TextField name="image" label={form.image} />
        <Field label={form.network} error={network.error}>
          <Select {...network.registration} options={NETWORKS.map((value) => ({ value, label: form.networks[value] }))} />
        </Field>
      </div>
      <p className="-mt-2 text-xs text-muted">{form.networkHints[chosen]}</p>
      {chosen === 'user' && <TextField name="networkName" label={form.networkName} hint={form.networkNameHint} required />}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-xs font-medium text-muted">{form.privileges}</legend>
        <Checkbox label={form.forcePull} {...register('forcePullImage')} />
        <Checkbox label={form.privileged} hint={form.privilegedHint} {...register('privileged')} />
      </fieldset>
      <Parameters />
      <SelectField name="containerizer" label={form.containerizer} options={form.containerizers} />
    </>
  );
}

function Parameters() {
  const form = useFormWords();
  const { control } = useFormContext<AppFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'parameters' });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-xs font-medium text-muted">{form.parameters}</legend>
      <p className="text-xs text-muted">{form.parametersHint}</p>
      {fields.map((row, index) => (
        <div key={row.id} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
          <TextField name={`parameters.${index}.key`} label={form.key} labelHidden={index > 0} />
          <TextField name={`parameters.${index}.value`} label={form.value} labelHidden={index > 0} />
          <RemoveRow label={form.removeParameter(index + 1)} className={index === 0 ? 'mt-6' : 'mt-0.5'} onRemove={() => remove(index)} />
        </div>
      ))}
      <AddRow label={form.addParameter} onAdd={() => append(emptyParameter)} />
    </fieldset>
  );
}
