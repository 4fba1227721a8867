import { useMessages } from '../../i18n/messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { TextField, useAppField } from './AppFormFields.tsx';

export function GeneralSection() {
  const { form } = useMessages().marathon;
  const cmd = useAppField('cmd');
  return (
    <>
      <TextField name="id" label={form.id} required />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <TextField name="cpus" label={form.cpus} numeric />
        <TextField name="mem" label={form.mem} numeric />
        <TextField name="disk" label={form.disk} numeric />
        <TextField name="instances" label={form.instances} numeric />
      </div>
      <Field label={form.cmd} hint={form.cmdHint} error={cmd.error}>
        <Textarea {...cmd.registration} rows={4} />
      </Field>
    </>
  );
}
