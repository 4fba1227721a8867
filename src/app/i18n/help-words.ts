import { help } from './en/help.ts';
import { wordsOf } from './words-of.ts';

export const useHelpWords = wordsOf({ en: help, ja: async () => (await import('./ja/help.ts')).help });
