import type { Clock, Timer } from '../kernel/clock.ts';

/** How often a condition is looked at that cannot say when it comes to hold; only while somebody waits. */
const LOOK_AGAIN_MS = 10;

/** Wakes all who wait when something changed, and from time to time on suspicion. */
export interface ChangeSignal {
  next(): Promise<void>;
  changed(): void;
  /** Wakes everybody for the last time. */
  stop(): void;
  stopped(): boolean;
}

export function createChangeSignal(clock: Clock): ChangeSignal {
  let waiting: (() => void)[] = [];
  let timer: Timer | undefined;
  let stopped = false;
  const changed = (): void => {
    timer?.cancel();
    timer = undefined;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  return {
    next: () =>
      new Promise((resolve) => {
        if (stopped) return resolve();
        waiting.push(resolve);
        timer ??= clock.after(LOOK_AGAIN_MS, changed);
      }),
    changed,
    stop() {
      stopped = true;
      changed();
    },
    stopped: () => stopped,
  };
}
