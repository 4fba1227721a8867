import { useFormWords } from '../../i18n/application-form-words.ts';
import { Field } from '../../ui/Field.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { useFormSettings } from './form-settings.ts';
import { LinesField, MoreSettings, TextField, useAppField } from './AppFormFields.tsx';

export function GeneralSection() {
  const form = useFormWords();
  const { idLocked, server } = useFormSettings();
  const cmd = useAppField('cmd');
  return (
    <>
      {idLocked ? <TextField name="id" label={form.id} readOnly hint={form.idLocked} /> : <TextField name="id" label={form.id} required />}
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <TextField name="cpus" label={form.cpus} numeric />
        <TextField name="mem" label={form.mem} numeric />
        <TextField name="disk" label={form.disk} numeric />
        <TextField name="instances" label={form.instances} numeric />
      </div>
      <Field label={form.cmd} hint={form.cmdHint} error={cmd.error}>
        <Textarea {...cmd.registration} rows={4} />
      </Field>
      <MoreSettings names={['gpus', 'role', 'args', 'dependencies']}>
        <LinesField name="args" label={form.args} hint={form.argsHint} />
        <div className="grid gap-3 sm:grid-cols-[1fr_1fr_2fr]">
          <TextField name="gpus" label={form.gpus} numeric />
          <TextField name="role" label={form.role} placeholder={server.role ?? '*'} />
          <TextField name="dependencies" label={form.dependencies} hint={form.dependenciesHint} />
        </div>
      </MoreSettings>
    </>
  );
}
