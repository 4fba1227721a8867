import { network } from './en/network.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useNetworkWords = wordsOf({ en: network, ja: async () => (await import('./ja/network.ts')).network });
export type NetworkWords = Words<typeof network>;
