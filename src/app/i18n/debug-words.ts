import { marathonDebug } from './en/marathon-debug.ts';
import { wordsOf } from './words-of.ts';

export const useDebugWords = wordsOf({ en: marathonDebug, ja: async () => (await import('./ja/marathon-debug.ts')).marathonDebug });
