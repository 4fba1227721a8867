import { groups } from './en/groups.ts';
import { wordsOf } from './words-of.ts';

export const useGroupWords = wordsOf({ en: groups, ja: async () => (await import('./ja/groups.ts')).groups });
