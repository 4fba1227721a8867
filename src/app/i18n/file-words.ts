import { files } from './en/files.ts';
import { wordsOf } from './words-of.ts';

export const useFileWords = wordsOf({ en: files });
