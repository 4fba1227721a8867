import type { ComponentProps } from 'react';
import { classNames } from '../util/class-names.ts';
import { useFieldControl } from './Field.tsx';
import { inputLook } from './input-look.ts';

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      spellCheck={false}
      {...useFieldControl()}
      {...rest}
      className={classNames(inputLook, 'h-auto resize-y py-2 font-mono', className)}
    />
  );
}
