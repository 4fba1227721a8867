import { nodes } from './en/nodes.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useNodesWords = wordsOf({ en: nodes, ja: async () => (await import('./ja/nodes.ts')).nodes });
export type NodesWords = Words<typeof nodes>;
