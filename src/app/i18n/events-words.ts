import { events } from './en/events.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useEventsWords = wordsOf({ en: events, ja: async () => (await import('./ja/events.ts')).events });
export type EventsWords = Words<typeof events>;
