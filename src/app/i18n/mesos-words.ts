import { mesos } from './en/mesos.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useMesosWords = wordsOf({ en: mesos, ja: async () => (await import('./ja/mesos.ts')).mesos });
export type MesosWords = Words<typeof mesos>;
