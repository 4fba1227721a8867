import { appDialogs } from './en/app-dialogs.ts';
import { wordsOf } from './words-of.ts';

export const useAppDialogWords = wordsOf({ en: appDialogs, ja: async () => (await import('./ja/app-dialogs.ts')).appDialogs });
