import { components } from './en/components.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useComponentsWords = wordsOf({ en: components, ja: async () => (await import('./ja/components.ts')).components });
export type ComponentsWords = Words<typeof components>;
