import { units } from './en/units.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useUnitWords = wordsOf({ en: units, ja: async () => (await import('./ja/units.ts')).units });
export type UnitWords = Words<typeof units>;
