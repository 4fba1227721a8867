import { applicationJson } from './en/application-json.ts';
import { wordsOf } from './words-of.ts';

export const useJsonWords = wordsOf({ en: applicationJson });
