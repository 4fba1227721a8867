const listeners = new Set<() => void>();

/**
 * Signs that it is worth asking again at once instead of waiting out a back-off: another source of the same server answers again, the
 * machine is back on the network, the reader has come back to the page.
 */
export const wakeUp = {
  all: (): void => {
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Waits; shorter when woken up or stopped. Never rejects. */
export function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
      stopped.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    const unsubscribe = wakeUp.subscribe(end);
    stopped.addEventListener('abort', end, { once: true });
  });
}

/** Tells of what the browser notices, until the returned function is called. */
export function watchBrowser(): () => void {
  const seen = (): void => {
    if (document.visibilityState === 'visible') wakeUp.all();
  };
  window.addEventListener('online', wakeUp.all);
  document.addEventListener('visibilitychange', seen);
  return () => {
    window.removeEventListener('online', wakeUp.all);
    document.removeEventListener('visibilitychange', seen);
  };
}
