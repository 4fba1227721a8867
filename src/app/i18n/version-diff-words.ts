import { versionDiff } from './en/version-diff.ts';
import { wordsOf } from './words-of.ts';

export const useVersionDiffWords = wordsOf({ en: versionDiff, ja: async () => (await import('./ja/version-diff.ts')).versionDiff });
