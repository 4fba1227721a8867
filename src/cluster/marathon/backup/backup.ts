import * as z from 'zod/mini';
import type { Store, StoreWrite } from '../../kernel/store.ts';
import { COLLECTIONS } from '../state.ts';
import { BackupError, type BackupStorage } from './backup-storage.ts';

/** All that Marathon stores but which framework it is to Mesos: that is Mesos' to say, and tasks of another one are not ours. */
const KEPT = Object.values(COLLECTIONS).filter((collection) => collection !== COLLECTIONS.framework);

const FORMAT = 'marathon-state-1';

const backupSchema = z.object({
  format: z.literal(FORMAT),
  collections: z.record(z.enum(KEPT), z.array(z.tuple([z.string(), z.unknown()]))),
});

/** Where a backup is to be made, and where one is to be restored from: URIs. */
export interface BackupWish {
  backup?: string;
  restore?: string;
}

/**
 * Makes the backup that is wished for. The answer is what has to be stored for the wished restore; undefined without one.
 * Throws BackupError, also where no backups are kept.
 */
export async function keepAndFetch(store: Store, storage: BackupStorage | undefined, wish: BackupWish): Promise<StoreWrite[] | undefined> {
  const [backup, restore] = [wish.backup, wish.restore].map((text) => (text === undefined ? undefined : uriOf(text)));
  if (!backup && !restore) return undefined;
  if (!storage) throw new BackupError('Nothing can be backed up to or restored from here: this cluster runs where there are no files.');
  const text = restore && (await storage.read(restore));
  const writes = text === undefined ? undefined : restoringWrites(store, text);
  if (backup) await storage.write(backup, takeBackup(store));
  return writes;
}

function uriOf(text: string): URL {
  const uri = URL.canParse(text) ? new URL(text) : undefined;
  if (uri?.protocol !== 'file:' || uri.host !== '') {
    throw new BackupError(`'${text}' is no place for a backup. Name a file of this machine, like file:///var/backups/marathon.json.`);
  }
  return uri;
}

/** The whole state as one text. */
function takeBackup(store: Store): string {
  const collections = Object.fromEntries(KEPT.map((collection) => [collection, store.list(collection)]));
  return JSON.stringify({ format: FORMAT, collections });
}

/** What has to be stored for the state to be that of the backup. Throws BackupError for a text that is none. */
function restoringWrites(store: Store, text: string): StoreWrite[] {
  const { collections } = parsed(text);
  return KEPT.flatMap((collection) => {
    const entries = collections[collection];
    const kept = new Set(entries.map(([key]) => key));
    const surplus = store.list(collection).filter(([key]) => !kept.has(key));
    return [
      ...surplus.map(([key]) => ({ collection, key, value: undefined })),
      ...entries.map(([key, value]) => ({ collection, key, value })),
    ];
  });
}

function parsed(text: string): z.output<typeof backupSchema> {
  try {
    return z.parse(backupSchema, JSON.parse(text));
  } catch {
    throw new BackupError('That is not a backup of this Marathon. Name one that DELETE /v2/leader?backup=… has made.');
  }
}
