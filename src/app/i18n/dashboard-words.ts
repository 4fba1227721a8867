import { dashboard } from './en/dashboard.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useDashboardWords = wordsOf({ en: dashboard, ja: async () => (await import('./ja/dashboard.ts')).dashboard });
export type DashboardWords = Words<typeof dashboard>;
