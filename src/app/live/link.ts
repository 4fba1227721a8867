import type { LinkState } from './streams/follow-stream.ts';

/** How the page hears from one stream now: for what is shown of it, and for the queries, which ask while there is none. */
export interface Link {
  current(this: void): LinkState;
  set(this: void, state: LinkState): void;
  subscribe(this: void, listener: () => void): () => void;
  /** The source did not answer for a while, and does again: a stream that has said nothing meanwhile may be dead without knowing it. */
  doubt(this: void): void;
  onDoubt(this: void, listener: () => void): () => void;
}

export function createLink(): Link {
  let state: LinkState = { kind: 'connecting' };
  const listeners = new Set<() => void>();
  const doubters = new Set<() => void>();
  const add = (to: Set<() => void>, listener: () => void) => {
    to.add(listener);
    return () => to.delete(listener);
  };
  return {
    current: () => state,
    set: (next) => {
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => add(listeners, listener),
    doubt: () => {
      for (const listener of doubters) listener();
    },
    onDoubt: (listener) => add(doubters, listener),
  };
}
