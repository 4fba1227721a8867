import { type ReactNode, useState } from 'react';
import { type FieldPath, useFormContext, type UseFormRegisterReturn } from 'react-hook-form';
import { Plus, Trash2 } from 'lucide-react';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useFormSettings } from './form-settings.ts';
import type { AppFormValues } from './form-values.ts';
import { FIELD_DEFAULTS } from './more-fields.ts';

export interface TextFieldProps {
  name: FieldPath<AppFormValues>;
  label: string;
  labelHidden?: boolean;
  hint?: string;
  required?: boolean;
  numeric?: boolean;
  readOnly?: boolean;
  placeholder?: string;
  className?: string;
}

/** A one-line field of the form with its label, hint and error. */
export function TextField({ name, label, labelHidden, hint, required, numeric, readOnly, placeholder, className }: TextFieldProps) {
  const { registration, error } = useAppField(name);
  const Input = numeric ? NumberInput : TextInput;
  return (
    <Field
      label={label}
      error={error}
      {...(labelHidden === undefined ? {} : { labelHidden })}
      {...(hint === undefined ? {} : { hint })}
      {...(required === undefined ? {} : { required })}
      {...(className === undefined ? {} : { className })}
    >
      <Input {...registration} placeholder={placeholder ?? defaultOf(name)} readOnly={readOnly} />
    </Field>
  );
}

/** What ties an input to a field of the form, and what is wrong with it. */
export function useAppField(name: FieldPath<AppFormValues>): { registration: UseFormRegisterReturn; error: string | undefined } {
  const { register, getFieldState, formState } = useFormContext<AppFormValues>();
  const message: unknown = getFieldState(name, formState).error?.message;
  return { registration: register(name), error: typeof message === 'string' ? message : undefined };
}

/** A choice among a few values, named by `options`. */
export function SelectField({ name, label, labelHidden, options }: TextFieldProps & { options: Readonly<Record<string, string>> }) {
  const { registration, error } = useAppField(name);
  return (
    <Field label={label} error={error} {...(labelHidden === undefined ? {} : { labelHidden })}>
      <Select {...registration} options={Object.entries(options).map(([value, text]) => ({ value, label: text }))} />
    </Field>
  );
}

/** A field of several lines. */
export function LinesField({
  name,
  label,
  hint,
  rows = 2,
}: {
  name: FieldPath<AppFormValues>;
  label: string;
  hint?: string;
  rows?: number;
}) {
  const { registration, error } = useAppField(name);
  return (
    <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      <Textarea {...registration} rows={rows} />
    </Field>
  );
}

export function AddRow({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <Button size="sm" variant="ghost" className="self-start" onClick={onAdd}>
      <Plus aria-hidden size={14} />
      {label}
    </Button>
  );
}

export function RemoveRow({ label, className, onRemove }: { label: string; className?: string; onRemove: () => void }) {
  return (
    <IconButton label={label} onClick={onRemove} {...(className === undefined ? {} : { className })}>
      <Trash2 aria-hidden size={16} />
    </IconButton>
  );
}

/** Rarely needed fields, out of the way until asked for or until one of `names` is wrong or not as Marathon has it anyway. */
export function MoreSettings({ names, children }: { names: readonly FieldPath<AppFormValues>[]; children: ReactNode }) {
  const form = useFormWords();
  const { server } = useFormSettings();
  const { getValues, getFieldState, formState } = useFormContext<AppFormValues>();
  const [isSet] = useState(() => names.some((name) => isSomething(getValues(name), name === 'role' ? server.role : defaultOf(name))));
  const [open, setOpen] = useState(isSet);
  const isWrong = names.some((name) => getFieldState(name, formState).error !== undefined);
  return (
    <details open={open || isWrong} className="border-t border-line pt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm text-sm font-medium text-accent">{form.moreSettings}</summary>
      <div className="mt-3 flex flex-col gap-4">{children}</div>
    </details>
  );
}

/** By the last part of a name such as `ports.0.hostPort`. */
const defaultOf = (name: string): string | undefined => FIELD_DEFAULTS[name.slice(name.lastIndexOf('.') + 1)];

function isSomething(value: unknown, usual: string | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== '' && value !== false && value !== usual;
}
