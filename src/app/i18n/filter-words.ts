import { filterLanguage } from './en/filter-language.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useFilterLanguageWords = wordsOf({
  en: filterLanguage,
  ja: async () => (await import('./ja/filter-language.ts')).filterLanguage,
});
export type FilterWords = Words<typeof filterLanguage>;
