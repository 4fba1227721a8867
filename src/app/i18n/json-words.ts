import { jsonMode } from './en/json-mode.ts';
import { wordsOf } from './words-of.ts';

export const useJsonWords = wordsOf({ en: jsonMode, ja: async () => (await import('./ja/json-mode.ts')).jsonMode });
