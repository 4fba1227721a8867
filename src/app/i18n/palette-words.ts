import { palette } from './en/palette.ts';
import { type Words, wordsOf } from './words-of.ts';

export const usePaletteWords = wordsOf({ en: palette, ja: async () => (await import('./ja/palette.ts')).palette });
export type PaletteWords = Words<typeof palette>;
