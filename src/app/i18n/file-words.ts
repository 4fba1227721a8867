import { files } from './en/files.ts';
import { wordsOf } from './words-of.ts';

export const useFileWords = wordsOf({ en: files, ja: async () => (await import('./ja/files.ts')).files });
