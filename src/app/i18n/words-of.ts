import { createContext, useContext } from 'react';

export type Language = 'en';

export const LanguageContext = createContext<Language>('en');

/**
 * The words of a part that is loaded later than the first page: they come in that part's chunk. One value per language, all
 * of one type, so that a key without a translation does not build.
 */
export function wordsOf<T>(translations: Record<Language, T>): () => T {
  return () => translations[useContext(LanguageContext)];
}
