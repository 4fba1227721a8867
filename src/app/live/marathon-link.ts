import type { LinkState } from './marathon-events.ts';

let state: LinkState = { kind: 'connecting' };
const listeners = new Set<() => void>();

/** How the page hears from Marathon now: for the freshness indicator, and for the queries, which poll while there is no stream. */
export const marathonLink = {
  current: (): LinkState => state,
  set: (next: LinkState): void => {
    state = next;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
