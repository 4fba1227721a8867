import { marathonApp } from './en/marathon-app.ts';
import { wordsOf } from './words-of.ts';

export const useAppWords = wordsOf({ en: marathonApp, ja: async () => (await import('./ja/marathon-app.ts')).marathonApp });
