import type { ComponentProps } from 'react';
import { classNames } from '../util/class-names.ts';
import { useFieldControl } from './Field.tsx';
import { inputLook } from './input-look.ts';

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...useFieldControl()}
      {...rest}
      className={classNames(inputLook, className)}
    />
  );
}
