import type { Mailbox } from '../kernel/mailbox.ts';

export interface WatchEvent {
  type: 'NodeCreated' | 'NodeDeleted' | 'NodeDataChanged' | 'NodeChildrenChanged';
  path: string;
}
export type Watch = (event: WatchEvent) => void;

interface Listener {
  session: { open: boolean };
  watch: Watch;
}

/** Watches fire once: who wants more sets a new one while reading what changed. Events are delivered by the mailbox, in order. */
export interface Watches {
  onData(path: string, session: { open: boolean }, watch: Watch): void;
  onChildren(path: string, session: { open: boolean }, watch: Watch): void;
  fire(event: WatchEvent): void;
}

export function createWatches(mailbox: Mailbox): Watches {
  const data = new Map<string, Listener[]>();
  const children = new Map<string, Listener[]>();
  const add = (map: Map<string, Listener[]>, path: string, listener: Listener): void => {
    const open = (map.get(path) ?? []).filter(({ session }) => session.open);
    map.set(path, [...open, listener]);
  };
  const take = (map: Map<string, Listener[]>, path: string): Listener[] => {
    const found = map.get(path) ?? [];
    map.delete(path);
    return found;
  };
  return {
    onData: (path, session, watch) => add(data, path, { session, watch }),
    onChildren: (path, session, watch) => add(children, path, { session, watch }),
    fire(event) {
      const due = take(event.type === 'NodeChildrenChanged' ? children : data, event.path);
      // A node that is gone has no children to watch either.
      if (event.type === 'NodeDeleted') due.push(...take(children, event.path));
      for (const { session, watch } of due)
        mailbox.post(() => {
          if (session.open) watch(event);
        });
    },
  };
}
