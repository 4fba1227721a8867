import { appFilters } from './en/app-filters.ts';
import { wordsOf } from './words-of.ts';

export const useFilterWords = wordsOf({ en: appFilters, ja: async () => (await import('./ja/app-filters.ts')).appFilters });
