import { chronos } from './en/chronos.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useChronosWords = wordsOf({ en: chronos, ja: async () => (await import('./ja/chronos.ts')).chronos });
export type ChronosWords = Words<typeof chronos>;
