import { mesos } from './en/mesos.ts';
import { wordsOf } from './words-of.ts';

export const useMesosWords = wordsOf({ en: mesos });
export type MesosWords = typeof mesos;
