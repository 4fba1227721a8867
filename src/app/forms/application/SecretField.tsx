import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { FieldPath } from 'react-hook-form';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useAppField } from './AppFormFields.tsx';
import type { AppFormValues } from './form-values.ts';

export interface SecretFieldProps {
  name: FieldPath<AppFormValues>;
  label: string;
  labelHidden: boolean;
  /** Whose value this is. */
  variable: string;
}

/** A value that nobody should read over one's shoulder: hidden until asked for. */
export function SecretField({ name, label, labelHidden, variable }: SecretFieldProps) {
  const form = useFormWords();
  const { registration, error } = useAppField(name);
  const [revealed, setRevealed] = useState(false);
  return (
    <Field label={label} labelHidden={labelHidden} error={error}>
      <span className="relative">
        {/* A new password: the browser must not fill in one that it knows. */}
        <TextInput {...registration} type={revealed ? 'text' : 'password'} autoComplete="new-password" className="pr-10" />
        <IconButton
          label={revealed ? form.conceal(variable) : form.reveal(variable)}
          aria-pressed={revealed}
          className="absolute top-0.5 right-0.5"
          onClick={() => setRevealed(!revealed)}
        >
          {revealed ? <EyeOff aria-hidden size={15} /> : <Eye aria-hidden size={15} />}
        </IconButton>
      </span>
    </Field>
  );
}
