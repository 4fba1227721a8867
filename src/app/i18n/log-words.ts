import { logs } from './en/logs.ts';
import { wordsOf } from './words-of.ts';

export const useLogWords = wordsOf({ en: logs, ja: async () => (await import('./ja/logs.ts')).logs });
