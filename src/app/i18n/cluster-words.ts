import { cluster } from './en/cluster.ts';
import { wordsOf } from './words-of.ts';

export const useClusterWords = wordsOf({ en: cluster, ja: async () => (await import('./ja/cluster.ts')).cluster });
