import { useState } from 'react';

/**
 * The text of a box whose value may come back late, as from the address: what was typed since then must not be lost. `settle` is for
 * when the box is left: from then on the value counts.
 */
export function useTyped(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState<string>();
  if (typed === value) setTyped(undefined);
  return {
    shown: typed ?? value,
    change: (text: string) => {
      setTyped(text);
      onChange(text);
    },
    settle: () => setTyped(undefined),
  };
}
