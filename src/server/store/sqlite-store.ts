import { DatabaseSync } from 'node:sqlite';
import { existsSync, renameSync } from 'node:fs';
import { StoreError, type Store, type StoreWrite } from '../../cluster/kernel/store.ts';

export interface SqliteStore extends Store {
  close(): void;
}

/** Another process has the database open. */
export class StoreLockedError extends Error {
  override name = 'StoreLockedError';
}

// SQLite's primary result codes
const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

const codeOf = (fault: unknown): number => (fault instanceof Error && 'errcode' in fault ? Number(fault.errcode) & 0xff : 0);

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    // One server a state directory: the lock of the exclusive mode is held until the process ends, however it ends.
    // NORMAL is enough in WAL mode: a commit survives the death of the process, and only a power cut can lose the last ones.
    database.exec(`
      PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS entries (collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID;
      BEGIN IMMEDIATE; COMMIT;
    `);
    const check = database.prepare('PRAGMA quick_check(1)').get();
    if (check?.['quick_check'] !== 'ok')
      throw Object.assign(new Error(`quick_check says: ${String(check?.['quick_check'])}`), { errcode: CORRUPT });
    return database;
  } catch (fault) {
    database.close();
    throw fault;
  }
}

/**
 * The store of `--state`: one SQLite file. A file that is not readable as a database is moved aside (never deleted) and
 * told by `onMovedAside`. Throws StoreLockedError, or what SQLite says of a directory that cannot be written.
 */
export function openSqliteStore(file: string, options: { now: number; onMovedAside: (movedTo: string, why: string) => void }): SqliteStore {
  try {
    return storeOn(open(file));
  } catch (fault) {
    const code = codeOf(fault);
    if (code === BUSY) throw new StoreLockedError('Another server uses this state directory.');
    if (code !== CORRUPT && code !== NOT_A_DATABASE) throw fault;
    const aside = `${file}.corrupt-${new Date(options.now).toISOString().replaceAll(':', '-')}`;
    for (const suffix of ['', '-wal', '-shm']) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
    options.onMovedAside(aside, fault instanceof Error ? fault.message : String(fault));
    return storeOn(open(file));
  }
}

function storeOn(database: DatabaseSync): SqliteStore {
  const get = database.prepare('SELECT value FROM entries WHERE collection = ? AND key = ?');
  const all = database.prepare('SELECT key, value FROM entries WHERE collection = ? ORDER BY key');
  const put = database.prepare(
    'INSERT INTO entries (collection, key, value) VALUES (?, ?, ?) ON CONFLICT (collection, key) DO UPDATE SET value = excluded.value',
  );
  const remove = database.prepare('DELETE FROM entries WHERE collection = ? AND key = ?');

  const apply = ({ collection, key, value }: StoreWrite): void => {
    if (value === undefined) remove.run(collection, key);
    else put.run(collection, key, JSON.stringify(value));
  };
  return {
    read<T>(collection: string, key: string) {
      const row = get.get(collection, key);
      return row === undefined ? undefined : (JSON.parse(String(row['value'])) as T);
    },
    list: <T>(collection: string): [string, T][] =>
      all.all(collection).map((row) => [String(row['key']), JSON.parse(String(row['value'])) as T]),
    write(batch) {
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const change of batch) apply(change);
        database.exec('COMMIT');
      } catch (fault) {
        // a full disk may have ended the transaction already
        if (database.isTransaction) database.exec('ROLLBACK');
        throw new StoreError(
          `The state could not be written (${fault instanceof Error ? fault.message : String(fault)}). Free disk space or make the state directory writable; nothing of this change was kept.`,
          { cause: fault },
        );
      }
    },
    close: () => database.close(),
  };
}
