import { type FieldPath, useFormContext, type UseFormRegisterReturn } from 'react-hook-form';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { AppFormValues } from './form-values.ts';

export interface TextFieldProps {
  name: FieldPath<AppFormValues>;
  label: string;
  labelHidden?: boolean;
  hint?: string;
  required?: boolean;
  numeric?: boolean;
  placeholder?: string;
  className?: string;
}

/** A one-line field of the form with its label, hint and error. */
export function TextField({ name, label, labelHidden, hint, required, numeric, placeholder, className }: TextFieldProps) {
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
      <Input {...registration} placeholder={placeholder} />
    </Field>
  );
}

/** What ties an input to a field of the form, and what is wrong with it. */
export function useAppField(name: FieldPath<AppFormValues>): { registration: UseFormRegisterReturn; error: string | undefined } {
  const { register, getFieldState, formState } = useFormContext<AppFormValues>();
  const message: unknown = getFieldState(name, formState).error?.message;
  return { registration: register(name), error: typeof message === 'string' ? message : undefined };
}
