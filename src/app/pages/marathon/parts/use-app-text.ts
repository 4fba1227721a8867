import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { loadAgain } from '../../../util/load-again.ts';
import type { AppRow } from '../rules/app-rows.ts';
import type { AppText, ReadAppText } from '../rules/app-text.ts';

const NO_ROWS: AppRow[] = [];

/** Words alone need no more than the list itself has. */
const isMoreThanWords = (text: string): boolean => /[":=<>]|(^|\s)(-|not\s)/i.test(text);

let known: ReadAppText | undefined;

/**
 * What the text above the list asks; undefined while that cannot be told yet: the language of filters is loaded with the first text
 * that is more than words.
 */
export function useAppText(written: string, rows: readonly AppRow[] = NO_ROWS): AppText | undefined {
  const text = useDeferredValue(written);
  const isLanguage = isMoreThanWords(text);
  const read = useReader(isLanguage);
  return useMemo(
    () => (isLanguage ? read?.(text, rows, Date.now) : { words: text.trim(), test: undefined, problems: [] }),
    [isLanguage, read, text, rows],
  );
}

function useReader(wanted: boolean): ReadAppText | undefined {
  const [read, setRead] = useState(() => known);
  useEffect(() => {
    if (!wanted || read) return;
    void loadAgain(() => import('../rules/app-text.ts')).then(({ readAppText }) => {
      known = readAppText;
      setRead(() => readAppText);
    });
  }, [wanted, read]);
  return read;
}
