import { startTransition, useCallback, useEffect, useState } from 'react';
import { useSearchText } from '../util/use-search-text.ts';

/** The address follows this long after the last letter: with each change of it everything that reads the address is drawn again. */
const ADDRESS_AFTER_MS = 100;

interface Writing {
  text: string;
  /** What the address may say until it has followed. Anything else is someone else's word (a link, Back) and counts. */
  before: readonly string[];
}

/** A text that is written letter by letter and kept in the address: `[value, setValue]`. The value is there at once, without its trace. */
export function useWrittenText(parameter: string): [string, (text: string) => void] {
  const [kept, keep] = useSearchText(parameter);
  const [writing, setWriting] = useState<Writing>();
  if (writing && (writing.text === kept || !writing.before.includes(kept))) setWriting(undefined);
  useEffect(() => {
    if (!writing) return undefined;
    const timer = setTimeout(() => keep(writing.text), ADDRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [writing, keep]);
  const write = useCallback(
    (text: string) =>
      startTransition(() => setWriting((old) => ({ text, before: old === undefined ? [kept] : [...old.before, old.text] }))),
    [kept],
  );
  return [writing?.text ?? kept, write];
}
