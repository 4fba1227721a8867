import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { TextField, useAppField } from './AppFormFields.tsx';
import { type AppFormValues, newPort } from './form-values.ts';

/** Ports of the agent on the host's network, of the container on the others. */
export function PortsSection() {
  const { form } = useMessages().marathon;
  const { control, watch, formState } = useFormContext<AppFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'ports' });
  const onHost = watch('network') === 'host';
  const names = fields.map((_, index) => `$PORT${index}`).join(form.and);
  const problem = formState.errors.ports?.root?.message ?? formState.errors.ports?.message;
  return (
    <>
      {fields.length === 0 && <p className="text-muted">{form.noPorts}</p>}
      {fields.map((row, index) => (
        <PortFields key={row.id} index={index} onHost={onHost} onRemove={() => remove(index)} />
      ))}
      {problem !== undefined && <p className="text-xs text-danger">{problem}</p>}
      <Button size="sm" variant="ghost" className="self-start" onClick={() => append(newPort)}>
        <Plus aria-hidden size={14} />
        {form.addPort}
      </Button>
      {fields.length > 0 && <p className="text-xs text-muted">{onHost ? form.hostPortsHint(names) : form.mappedPortsHint}</p>}
    </>
  );
}

const PROTOCOLS = ['tcp', 'udp', 'udp,tcp'] as const;

function PortFields({ index, onHost, onRemove }: { index: number; onHost: boolean; onRemove: () => void }) {
  const { form } = useMessages().marathon;
  const protocol = useAppField(`ports.${index}.protocol`);
  const hidden = index > 0;
  return (
    <div className="grid grid-cols-[1fr_5.75rem_1.2fr_auto] items-start gap-2">
      {onHost ? (
        <Field label={form.port} labelHidden={hidden}>
          <TextInput value={`$PORT${index}`} disabled readOnly />
        </Field>
      ) : (
        <TextField name={`ports.${index}.port`} label={form.containerPort} labelHidden={hidden} numeric />
      )}
      <Field label={form.protocol} labelHidden={hidden} error={protocol.error}>
        <Select {...protocol.registration} options={PROTOCOLS.map((value) => ({ value, label: form.protocols[value] }))} />
      </Field>
      <TextField name={`ports.${index}.name`} label={form.portName} labelHidden={hidden} />
      <IconButton label={form.removePort(index + 1)} className={hidden ? 'mt-0.5' : 'mt-6'} onClick={onRemove}>
        <Trash2 aria-hidden size={16} />
      </IconButton>
    </div>
  );
}
