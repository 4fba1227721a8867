import type { Watch, WatchEvent } from '../../cluster/zookeeper/watches.ts';

/** What a watch waits for: the data of a node that is there, a node that is not there to come, or changes among its children. */
export type WatchKind = 'data' | 'exists' | 'children';

const FIRED_BY: Record<WatchEvent['type'], readonly WatchKind[]> = {
  NodeCreated: ['data', 'exists'],
  NodeDataChanged: ['data', 'exists'],
  NodeDeleted: ['data', 'exists', 'children'],
  NodeChildrenChanged: ['children'],
};

/** Who waits for what, on the client's side: servers tell of the path only, and forget all watches of a connection that breaks. */
export interface WatchRegistry {
  /** The same function waits once, however often it was added. */
  add(kind: WatchKind, path: string, watch: Watch): void;
  /** Calls all that wait for this, once. */
  fire(event: WatchEvent): void;
  /** Paths by kind, to tell another server after a break. */
  paths(kind: WatchKind): string[];
}

export function createWatchRegistry(): WatchRegistry {
  const kinds: Record<WatchKind, Map<string, Set<Watch>>> = { data: new Map(), exists: new Map(), children: new Map() };
  return {
    add(kind, path, watch) {
      kinds[kind].set(path, (kinds[kind].get(path) ?? new Set()).add(watch));
    },
    fire(event) {
      const due = FIRED_BY[event.type].flatMap((kind) => {
        const found = kinds[kind].get(event.path) ?? [];
        kinds[kind].delete(event.path);
        return [...found];
      });
      for (const watch of due) watch(event);
    },
    paths: (kind) => [...kinds[kind].keys()],
  };
}
