import { startTransition, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { stillWriting, type Writing, written } from './writing.ts';

/** The address follows this long after the last letter: with each change of it everything that reads the address is drawn again. */
const ADDRESS_AFTER_MS = 100;

/** A text that is written letter by letter and kept in the address: `[value, setValue]`. The value is there at once, an empty one without a trace. */
export function useWrittenText(parameter: string): [string, (text: string) => void] {
  const location = useLocation();
  const navigate = useNavigate();
  const kept = new URLSearchParams(location.search).get(parameter) ?? '';
  const [writing, setWriting] = useState<Writing>();
  if (writing !== stillWriting(writing, kept)) setWriting(undefined);
  const text = writing?.text ?? kept;
  const isBehind = text !== kept;
  useEffect(() => {
    if (!isBehind) return undefined;
    const timer = setTimeout(() => {
      // where one is now: a dialog over the page may have been opened meanwhile
      const { pathname, search, hash, state } = location;
      const next = new URLSearchParams(search);
      if (text === '') next.delete(parameter);
      else next.set(parameter, text);
      setWriting((old) => old && { ...old, sent: text });
      void navigate({ pathname, search: next.toString(), hash }, { replace: true, preventScrollReset: true, state: state as unknown });
    }, ADDRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, isBehind, parameter, location, navigate]);
  const write = (next: string): void => startTransition(() => setWriting((old) => written(old, next, kept)));
  return [text, write];
}
