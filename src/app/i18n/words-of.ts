import { createContext, use, useContext } from 'react';
import { loadAgain } from '../util/load-again.ts';
import { type Language, wantedLanguage } from '../util/locale.ts';

export const LanguageContext = createContext<Language>('en');

/** The type of a catalogue in any language: what the English one has, with any text for a text. */
export type Words<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Said
    ? (...values: Values) => Words<Said>
    : { [Key in keyof T]: Words<T[Key]> };

/** One value per language, all of one type, so that a key without a translation does not build. */
interface Translations<T> {
  en: T & Words<T>;
  ja: () => Promise<Words<NoInfer<T>>>;
}

/** Loaders of the Japanese words of all parts of the app that have been loaded themselves. */
const japaneseParts = new Set<() => Promise<unknown>>();

/**
 * The words of a part of the app. English ones come in that part's chunk; the Japanese ones in a chunk of their own, asked for as soon
 * as the part is there and only if they are wanted. A component that needs them earlier waits for them as for any lazily loaded part.
 */
export function wordsOf<T>({ en, ja }: Translations<T>): () => Words<T> {
  let words: Words<T> | undefined;
  let loading: Promise<Words<T>> | undefined;
  const load = (): Promise<Words<T>> => {
    loading ??= loadAgain(ja).then(
      (loaded) => (words = loaded),
      (error: unknown) => {
        // The next who needs them asks again.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  japaneseParts.add(load);
  if (typeof navigator !== 'undefined' && wantedLanguage() === 'ja') load().catch(() => undefined);
  return () => {
    const language = useContext(LanguageContext);
    return language === 'en' ? en : (words ?? use(load()));
  };
}

/** Loads what a change to this language needs: the words of all parts that are loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'ja') await Promise.all(Array.from(japaneseParts, (load) => load()));
}
