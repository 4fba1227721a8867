/** One change of the store: `value: undefined` removes the entry. */
export interface StoreWrite {
  collection: string;
  key: string;
  value: unknown;
}

/**
 * Where the cluster keeps what must survive a crash: JSON values by collection and key.
 * `write` is atomic and durable against the death of the process when it returns.
 * Errors: `write` throws StoreError when the medium refuses (a full disk); nothing of that batch is then kept.
 */
export interface Store {
  read<T>(collection: string, key: string): T | undefined;
  /** All entries of a collection in the order of their keys. */
  list<T>(collection: string): [key: string, value: T][];
  write(batch: readonly StoreWrite[]): void;
}

/** The medium refused a write; `message` says what to do about it. */
export class StoreError extends Error {
  override name = 'StoreError';
}

/** A store that lives as long as the process: `--ephemeral`, tests, and the page (which keeps a snapshot of it). */
export interface MemoryStore extends Store {
  /** Everything, as plain data for JSON. */
  snapshot(): [collection: string, entries: [key: string, value: unknown][]][];
}

export function memoryStore(initial: ReturnType<MemoryStore['snapshot']> = []): MemoryStore {
  // Values are kept as JSON text, so that a caller changing an object later cannot change what was stored.
  const collections = new Map(
    initial.map(([name, entries]) => [name, new Map(entries.map(([key, value]) => [key, JSON.stringify(value)]))]),
  );
  const list = <T>(collection: string): [string, T][] =>
    [...(collections.get(collection) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, text]) => [key, JSON.parse(text) as T]);
  return {
    read<T>(collection: string, key: string) {
      const text = collections.get(collection)?.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    list,
    write(batch) {
      for (const { collection, key, value } of batch) {
        let entries = collections.get(collection);
        if (!entries) collections.set(collection, (entries = new Map()));
        if (value === undefined) entries.delete(key);
        else entries.set(key, JSON.stringify(value));
      }
    },
    snapshot: () => [...collections.keys()].sort().map((name) => [name, list(name)]),
  };
}
