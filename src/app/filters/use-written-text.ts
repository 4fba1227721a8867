import { startTransition, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** The address follows this long after the last letter: with each change of it everything that reads the address is drawn again. */
const ADDRESS_AFTER_MS = 100;

interface Writing {
  text: string;
  /** What the address may say until it has followed. Anything else is someone else's word (a link, Back) and counts. */
  before: readonly string[];
}

/** A text that is written letter by letter and kept in the address: `[value, setValue]`. The value is there at once, an empty one without a trace. */
export function useWrittenText(parameter: string): [string, (text: string) => void] {
  const location = useLocation();
  const navigate = useNavigate();
  const kept = new URLSearchParams(location.search).get(parameter) ?? '';
  const [writing, setWriting] = useState<Writing>();
  if (writing && (writing.text === kept || !writing.before.includes(kept))) setWriting(undefined);
  useEffect(() => {
    if (!writing) return undefined;
    const timer = setTimeout(() => {
      // where one is now: a dialog over the page may have been opened meanwhile
      const { pathname, search, hash, state } = location;
      const next = new URLSearchParams(search);
      if (writing.text === '') next.delete(parameter);
      else next.set(parameter, writing.text);
      void navigate({ pathname, search: next.toString(), hash }, { replace: true, preventScrollReset: true, state: state as unknown });
    }, ADDRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [writing, parameter, location, navigate]);
  const write = (text: string): void => startTransition(() => setWriting((old) => written(old, text, kept)));
  return [writing?.text ?? kept, write];
}

const written = (old: Writing | undefined, text: string, kept: string): Writing => ({
  text,
  before: old === undefined ? [kept] : [...old.before, old.text],
});
