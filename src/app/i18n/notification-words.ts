import { notifications } from './en/notifications.ts';
import { wordsOf } from './words-of.ts';

export const useNotificationWords = wordsOf({ en: notifications, ja: async () => (await import('./ja/notifications.ts')).notifications });
