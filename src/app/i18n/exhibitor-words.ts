import { exhibitor } from './en/exhibitor.ts';
import { wordsOf } from './words-of.ts';

export const useExhibitorWords = wordsOf({ en: exhibitor, ja: async () => (await import('./ja/exhibitor.ts')).exhibitor });
