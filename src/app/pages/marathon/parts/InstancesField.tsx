import { instancesSchema } from '../../../../api/marathon/app.ts';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';

/** The number of instances that a text stands for; undefined, with the reason, when Marathon would not take it. */
export function readInstances(text: string): { instances: number | undefined; error: string | undefined } {
  const { data, error } = instancesSchema.safeParse(text.trim() === '' ? text : Number(text));
  return { instances: data, error: error?.issues[0]?.message };
}

export interface InstancesFieldProps {
  label: string;
  hint?: string;
  text: string;
  onText: (text: string) => void;
}

export function InstancesField({ label, hint, text, onText }: InstancesFieldProps) {
  return (
    <Field label={label} hint={hint} error={readInstances(text).error}>
      <NumberInput value={text} onChange={(event) => onText(event.target.value)} />
    </Field>
  );
}
