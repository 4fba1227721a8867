import { common } from './en/common.ts';
import { dcos } from './en/dcos.ts';
import { marathon } from './en/marathon.ts';
import { marathonList } from './en/marathon-list.ts';
import { shell } from './en/shell.ts';
import { type Words, wordsOf } from './words-of.ts';

const en = { common, shell, dcos, marathon, marathonList };

/** The words that the first page needs; those of later parts come with them. */
export type Messages = Words<typeof en>;

export const useMessages = wordsOf({ en, ja: async () => (await import('./ja/first.ts')).first });
