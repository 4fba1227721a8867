import { chronos } from './en/chronos.ts';
import { wordsOf } from './words-of.ts';

export const useChronosWords = wordsOf({ en: chronos });
export type ChronosWords = typeof chronos;
