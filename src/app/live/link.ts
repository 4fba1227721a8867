import type { LinkState } from './streams/follow-stream.ts';

/** How the page hears from one stream now: for what is shown of it, and for the queries, which ask while there is none. */
export interface Link {
  current(this: void): LinkState;
  set(this: void, state: LinkState): void;
  subscribe(this: void, listener: () => void): () => void;
}

export function createLink(): Link {
  let state: LinkState = { kind: 'connecting' };
  const listeners = new Set<() => void>();
  return {
    current: () => state,
    set: (next) => {
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
