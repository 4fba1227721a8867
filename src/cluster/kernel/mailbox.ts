/**
 * Messages between components, one at a time and in order. A component never calls another in the middle of its own
 * decision: it posts, and the message is delivered when the current one is done. This is what keeps a decision atomic
 * and the order of events the same in each run.
 */
export interface Mailbox {
  post(deliver: () => void): void;
}

/** `onFault` gets what a delivery threw; the others are delivered all the same. */
export function createMailbox(onFault: (fault: unknown) => void): Mailbox {
  let queue: (() => void)[] = [];
  const drain = (): void => {
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      for (const deliver of batch) {
        try {
          deliver();
        } catch (fault) {
          onFault(fault);
        }
      }
    }
    scheduled = false;
  };
  let scheduled = false;
  return {
    post(deliver) {
      queue.push(deliver);
      if (scheduled) return;
      scheduled = true;
      queueMicrotask(drain);
    },
  };
}
