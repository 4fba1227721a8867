import type { ComponentProps } from 'react';
import { TextInput } from './TextInput.tsx';

/** A number as text: `type=number` would swallow what it cannot read and change values under the scroll wheel. */
export function NumberInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  return <TextInput inputMode="decimal" {...props} />;
}
