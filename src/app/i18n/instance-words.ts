import { marathonInstances } from './en/marathon-instances.ts';
import { wordsOf } from './words-of.ts';

export const useInstanceWords = wordsOf({ en: marathonInstances });
