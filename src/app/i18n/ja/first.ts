import type { Messages } from '../messages.ts';
import { common } from './common.ts';
import { dcos } from './dcos.ts';
import { marathon } from './marathon.ts';
import { marathonList } from './marathon-list.ts';
import { shell } from './shell.ts';

/** What the first page needs, in one chunk. */
export const first: Messages = { common, shell, dcos, marathon, marathonList };
