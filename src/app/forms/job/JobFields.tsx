import { useState } from 'react';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { numberOrText } from '../application/more-fields.ts';
import { textAt } from '../json/document-parts.ts';
import type { JsonObject } from '../json/json-kind.ts';
import { useJobFields } from './job-form-context.ts';

export interface JobFieldProps {
  /** A key of the job. */
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  readOnly?: boolean;
  /** What Chronos takes without it. */
  fallback?: string;
  className?: string;
}

/** What ties an input to a key of the job. */
function useJobField(name: string) {
  const { job, change, errorAt, touch } = useJobFields();
  const path = `/${name}`;
  return { job, error: errorAt(path), set: (value: unknown) => change({ [name]: value }), onBlur: () => touch(path) };
}

const around = ({ label, hint, required, className }: JobFieldProps, error: string | undefined) => ({
  label,
  error,
  ...(hint === undefined ? {} : { hint }),
  ...(required === undefined ? {} : { required }),
  ...(className === undefined ? {} : { className }),
});

export function TextJobField(props: JobFieldProps) {
  const { job, error, set, onBlur } = useJobField(props.name);
  return (
    <Field {...around(props, error)}>
      <TextInput
        value={textAt(job, props.name)}
        readOnly={props.readOnly}
        placeholder={props.fallback}
        onChange={({ target }) => set(target.value === '' && !props.required ? undefined : target.value)}
        onBlur={onBlur}
      />
    </Field>
  );
}

export function LinesJobField(props: JobFieldProps) {
  const { job, error, set, onBlur } = useJobField(props.name);
  return (
    <Field {...around(props, error)}>
      <Textarea
        rows={3}
        className="font-mono"
        value={textAt(job, props.name)}
        onChange={({ target }) => set(target.value)}
        onBlur={onBlur}
      />
    </Field>
  );
}

/** What is typed stays as it is (`1.`), the document gets the number that it stands for. */
export function NumberJobField(props: JobFieldProps) {
  const { job, error, set, onBlur } = useJobField(props.name);
  const [typed, setTyped] = useState('');
  const kept = textAt(job, props.name);
  const shown = String(numberOrText(typed)) === kept ? typed : kept;
  return (
    <Field {...around(props, error)}>
      <NumberInput
        value={shown}
        placeholder={props.fallback}
        onChange={({ target }) => {
          setTyped(target.value);
          set(target.value.trim() === '' ? undefined : numberOrText(target.value));
        }}
        onBlur={onBlur}
      />
    </Field>
  );
}

/** A flag with what Chronos takes when it is left out. */
export function FlagJobField({ name, label, hint, fallback = false }: { name: string; label: string; hint?: string; fallback?: boolean }) {
  const { job, change } = useJobFields();
  const value = job[name];
  const checked = typeof value === 'boolean' ? value : value === 'true' || (value !== 'false' && fallback);
  return <Checkbox label={label} hint={hint} checked={checked} onChange={({ target }) => change({ [name]: target.checked })} />;
}

export interface ChoiceFieldProps {
  label: string;
  value: string;
  options: Readonly<Record<string, string>>;
  onChange: (value: string) => void;
  error?: string | undefined;
  labelHidden?: boolean;
}

/** A value that is not among the options is kept, and shown as it is. */
export function ChoiceField({ label, value, options, onChange, error, labelHidden = false }: ChoiceFieldProps) {
  const own: JsonObject = value in options ? {} : { [value]: value };
  return (
    <Field label={label} labelHidden={labelHidden} error={error}>
      <Select
        value={value}
        onChange={({ target }) => onChange(target.value)}
        options={Object.entries({ ...options, ...own }).map(([each, text]) => ({ value: each, label: String(text) }))}
      />
    </Field>
  );
}
