import { marathonApi } from './en/marathon-api.ts';
import { wordsOf } from './words-of.ts';

export const useMarathonApiWords = wordsOf({ en: marathonApi, ja: async () => (await import('./ja/marathon-api.ts')).marathonApi });
