import { catalog } from './en/catalog.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useCatalogWords = wordsOf({ en: catalog, ja: async () => (await import('./ja/catalog.ts')).catalog });
export type CatalogWords = Words<typeof catalog>;
