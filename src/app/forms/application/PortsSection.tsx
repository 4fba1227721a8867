import { useFieldArray, useFormContext } from 'react-hook-form';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { AddRow, MoreSettings, RemoveRow, TextField, useAppField } from './AppFormFields.tsx';
import { objectAt } from '../json/document-parts.ts';
import { useFormSettings } from './form-settings.ts';
import { type AppFormValues, newPort } from './form-values.ts';

/** Ports of the agent on the host's network, of the container on the others. */
export function PortsSection() {
  const form = useFormWords();
  const { control, watch, formState, register } = useFormContext<AppFormValues>();
  const { server } = useFormSettings();
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
      <AddRow label={form.addPort} onAdd={() => append(newPort)} />
      {fields.length > 0 && <p className="text-xs text-muted">{onHost ? form.hostPortsHint(names) : form.mappedPortsHint}</p>}
      {fields.length > 0 && (
        <MoreSettings
          names={['requirePorts', ...fields.flatMap((_, index) => PORT_EXTRAS.map((name) => `ports.${index}.${name}` as const))]}
        >
          {fields.map((row, index) => (
            <PortExtras key={row.id} index={index} onHost={onHost} />
          ))}
          {server.features.has('vips') && <p className="-mt-2 text-xs text-muted">{form.vipHint}</p>}
          <Checkbox label={form.requirePorts} hint={form.requirePortsHint} {...register('requirePorts')} />
        </MoreSettings>
      )}
    </>
  );
}

/** What of a port is worth opening the further settings for. A service port has every app that runs. */
const PORT_EXTRAS = ['vip', 'hostPort'] as const;

/** Where else a port is found. On the host's network its number is that of the service. */
function PortExtras({ index, onHost }: { index: number; onHost: boolean }) {
  const form = useFormWords();
  const { server } = useFormSettings();
  const { getValues } = useFormContext<AppFormValues>();
  const others = Object.keys(objectAt(getValues(`ports.${index}.origin`), 'labels') ?? {}).filter((name) => name !== 'VIP_0');
  return (
    <fieldset className="grid items-start gap-2 sm:grid-cols-3">
      <legend className="sr-only">{`$PORT${index}`}</legend>
      {server.features.has('vips') && <TextField name={`ports.${index}.vip`} label={form.vip} placeholder="/name:80" />}
      {onHost ? (
        <TextField name={`ports.${index}.port`} label={form.servicePort} numeric />
      ) : (
        <>
          <TextField name={`ports.${index}.hostPort`} label={form.hostPort} numeric />
          <TextField name={`ports.${index}.servicePort`} label={form.servicePort} numeric placeholder="0" />
        </>
      )}
      {others.length > 0 && <p className="text-xs text-muted sm:col-span-3">{form.otherLabels(others.join(', '))}</p>}
    </fieldset>
  );
}

const PROTOCOLS = ['tcp', 'udp', 'udp,tcp'] as const;

function PortFields({ index, onHost, onRemove }: { index: number; onHost: boolean; onRemove: () => void }) {
  const form = useFormWords();
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
      <RemoveRow label={form.removePort(index + 1)} className={hidden ? 'mt-0.5' : 'mt-6'} onRemove={onRemove} />
    </div>
  );
}
