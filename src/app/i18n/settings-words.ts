import { settings } from './en/settings.ts';
import { wordsOf } from './words-of.ts';

export const useSettingsWords = wordsOf({ en: settings, ja: async () => (await import('./ja/settings.ts')).settings });
