import { machines } from './en/machines.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useMachinesWords = wordsOf({ en: machines, ja: async () => (await import('./ja/machines.ts')).machines });
export type MachinesWords = Words<typeof machines>;
