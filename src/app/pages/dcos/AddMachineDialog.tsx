import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type AddForm, EMPTY_FORM, machineOfForm } from '../../components/machines/add-form.ts';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import { addMachine, type MachineForm, newMachineQuery } from '../../live/machine-actions.ts';
import { machinePaths } from '../../machine-paths.ts';
import { keepingSearch } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { formatMegabytes } from '../../util/format.ts';

/** A machine beside those of VagrantConfig.yaml, with the same settings. */
export function AddMachineDialog() {
  const words = useMachinesWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const client = useQueryClient();
  const toast = useToast();
  const [form, setForm] = useState(EMPTY_FORM);
  const { machine, wrong } = machineOfForm(form);
  const close = () => void navigate(keepingSearch(machinePaths.machines(), search), { preventScrollReset: true });
  const mutation = useMutation({
    mutationFn: (wanted: MachineForm) => addMachine(wanted),
    onSuccess: (_, { name }) => {
      toast({ tone: 'ok', title: words.add.begun(name) });
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['machines'] }),
  });
  const add = () => {
    if (machine) mutation.mutate(machine);
  };
  return (
    <ConfirmDialog
      title={words.add.title}
      confirmLabel={words.add.label}
      pending={mutation.isPending}
      error={mutation.error?.message}
      onConfirm={add}
      onClose={close}
    >
      <div className="flex flex-col gap-4">
        <Fields form={form} wrong={wrong} onChange={setForm} />
        {machine && <Becomes machine={machine} />}
        <p className="text-xs text-muted">{words.add.kept}</p>
      </div>
    </ConfirmDialog>
  );
}

interface FieldsProps {
  form: AddForm;
  wrong: readonly (keyof AddForm)[];
  onChange: (form: AddForm) => void;
}

function Fields({ form, wrong, onChange }: FieldsProps) {
  const { add, types } = useMachinesWords();
  const set = (key: keyof AddForm) => ({
    value: form[key],
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...form, [key]: target.value }),
  });
  const number = (key: 'cpus' | 'memory' | 'reserved') => (
    <Field label={add[key]} error={wrong.includes(key) ? add.wrongNumber : undefined} className="min-w-24 flex-1">
      <NumberInput {...set(key)} />
    </Field>
  );
  return (
    <>
      <Field label={add.name} hint={add.nameHint} required>
        <TextInput {...set('name')} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={add.type}>
        <Select
          {...set('type')}
          options={[
            { value: '', label: add.byName },
            { value: 'agent-private', label: types['agent-private'] },
            { value: 'agent-public', label: types['agent-public'] },
          ]}
        />
      </Field>
      <Field label={add.ip} hint={add.ipHint}>
        <TextInput {...set('ip')} autoComplete="off" />
      </Field>
      <div className="flex flex-wrap gap-3">
        {number('cpus')}
        {number('memory')}
        {number('reserved')}
      </div>
    </>
  );
}

/** What the cluster makes of it, defaults filled in, or why it cannot be. */
function Becomes({ machine }: { machine: MachineForm }) {
  const { add, types, dialog } = useMachinesWords();
  const asked = useDeferredValue(machine);
  const { data, error } = useQuery({ ...newMachineQuery(asked), placeholderData: keepPreviousData });
  if (error) return <Banner tone="warn">{error.message}</Banner>;
  if (!data) return undefined;
  const { name, type, ip, cpus, memory, memoryReserved } = data.machine;
  return (
    <Banner tone="idle">
      {add.becomes(name, types[type], ip, cpus, formatMegabytes(memory - memoryReserved))}
      {data.waitsFor !== undefined && ` ${dialog.waitsFor(data.waitsFor)}`}
    </Banner>
  );
}
