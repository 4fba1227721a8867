type Listener = (event: unknown) => void;

const listeners = new Set<Listener>();

/** What Marathon's event stream says, one parsed event at a time, for whatever keeps a history of its own. Nothing comes while the stream is down. */
export const marathonEvents = {
  publish: (event: unknown): void => {
    for (const listener of listeners) listener(event);
  },
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
