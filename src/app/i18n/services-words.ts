import { services } from './en/services.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useServicesWords = wordsOf({ en: services, ja: async () => (await import('./ja/services.ts')).services });
export type ServicesWords = Words<typeof services>;
