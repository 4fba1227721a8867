import { useFieldArray, useFormContext } from 'react-hook-form';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { AddRow, RemoveRow, SelectField, TextField } from './AppFormFields.tsx';
import { useFormSettings } from './form-settings.ts';
import type { AppFormValues } from './form-values.ts';
import { newVolume } from './volume-rows.ts';

const KINDS = ['persistent', 'external', 'host'] as const;

export function VolumesSection() {
  const form = useFormWords();
  const { server } = useFormSettings();
  const { control } = useFormContext<AppFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'volumes' });
  return (
    <>
      {fields.length === 0 && <p className="text-muted">{form.noVolumes}</p>}
      {fields.map((row, index) => (
        <Volume key={row.id} index={index} onRemove={() => remove(index)} />
      ))}
      <div className="flex flex-wrap gap-2">
        {KINDS.filter((kind) => kind !== 'external' || server.features.has('external_volumes')).map((kind) => (
          <AddRow key={kind} label={form.addVolume[kind]} onAdd={() => append(newVolume(kind))} />
        ))}
      </div>
    </>
  );
}

function Volume({ index, onRemove }: { index: number; onRemove: () => void }) {
  const form = useFormWords();
  const { watch } = useFormContext<AppFormValues>();
  const kind = watch(`volumes.${index}.kind`);
  const name = `volumes.${index}` as const;
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <legend className="px-1 text-xs font-medium">{form.volumeKinds[kind]}</legend>
      <p className="text-xs text-muted">{form.volumeHints[kind]}</p>
      <div className="grid grid-cols-[1fr_auto] items-start gap-3">
        <div className="grid items-start gap-3 sm:grid-flow-col">
          {kind === 'persistent' && <TextField name={`${name}.size`} label={form.size} numeric required />}
          {kind === 'external' && <TextField name={`${name}.name`} label={form.volumeName} required />}
          <TextField name={`${name}.containerPath`} label={form.containerPath} required />
          {kind === 'host' && (
            <>
              <TextField name={`${name}.hostPath`} label={form.hostPath} required />
              <SelectField name={`${name}.mode`} label={form.mode} options={form.modes} />
            </>
          )}
        </div>
        <RemoveRow label={form.removeVolume(index + 1)} className="mt-6" onRemove={onRemove} />
      </div>
    </fieldset>
  );
}
