import type { ComponentProps } from 'react';
import { classNames } from '../util/class-names.ts';
import { useFieldControl } from './Field.tsx';
import { inputLook } from './input-look.ts';

export interface SelectProps extends ComponentProps<'select'> {
  options: { value: string; label: string; disabled?: boolean }[];
}

/** The browser's own list: it knows every keyboard, phone and screen reader. */
export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <select {...useFieldControl()} {...rest} className={classNames(inputLook, 'pr-8', className)}>
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
