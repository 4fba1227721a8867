import type { MarathonEvent } from '../../api/marathon/events.ts';

export type Publish = (event: MarathonEvent) => void;

export interface EventBus {
  publish: Publish;
  /** Every event from now on, in order; the answer ends it. */
  onEvent: (listener: (event: MarathonEvent) => void) => () => void;
}

/** `onFault` gets what a listener threw: one listener's fault keeps no event from the others. */
export function createEventBus(onFault: (fault: unknown) => void): EventBus {
  const listeners = new Set<(event: MarathonEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (fault) {
          onFault(fault);
        }
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
