import { useFieldArray, useFormContext } from 'react-hook-form';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { AddRow, RemoveRow, TextField } from './AppFormFields.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { isSecretName } from '../../util/secret-names.ts';
import { SecretField } from './SecretField.tsx';
import { type AppFormValues, emptyPair } from './form-values.ts';

/** Environment variables or labels: a table of keys and values, with a row to go on in. */
export function PairsSection({ table }: { table: 'env' | 'labels' }) {
  const form = useFormWords();
  const { control, formState } = useFormContext<AppFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: table });
  const problem = formState.errors[table]?.root?.message ?? formState.errors[table]?.message;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{form[table]}</legend>
      <p className="mb-1 text-xs text-muted">{table === 'env' ? form.envHint : form.labelsHint}</p>
      {fields.map((row, index) => {
        const labelHidden = index > 0;
        return (
          <div key={row.id} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
            <TextField name={`${table}.${index}.key`} label={form.key} labelHidden={labelHidden} />
            <PairValue table={table} index={index} labelHidden={labelHidden} kept={row.kept !== undefined} />
            <RemoveRow
              label={form.removePair[table](index + 1)}
              className={labelHidden ? 'mt-0.5' : 'mt-6'}
              onRemove={() => remove(index)}
            />
          </div>
        );
      })}
      {problem !== undefined && <p className="text-xs text-danger">{problem}</p>}
      <AddRow label={form.addPair[table]} onAdd={() => append(emptyPair)} />
    </fieldset>
  );
}

interface PairValueProps {
  table: 'env' | 'labels';
  index: number;
  labelHidden: boolean;
  /** No text, so it cannot be edited here. */
  kept: boolean;
}

function PairValue({ table, index, labelHidden, kept }: PairValueProps) {
  const form = useFormWords();
  const { getValues, watch } = useFormContext<AppFormValues>();
  const name = `${table}.${index}.value` as const;
  const key = watch(`${table}.${index}.key`);
  if (kept) {
    return (
      <Field label={form.value} labelHidden={labelHidden} hint={form.keptValue}>
        <TextInput value={getValues(name)} readOnly />
      </Field>
    );
  }
  if (table === 'env' && isSecretName(key)) return <SecretField name={name} label={form.value} labelHidden={labelHidden} variable={key} />;
  return <TextField name={name} label={form.value} labelHidden={labelHidden} />;
}
