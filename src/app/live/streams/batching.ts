/**
 * Runs `run(key)` on request, never twice at a time for a key. Requests during a run lead to exactly one more run after it,
 * because the answer under way may have been made before what the request is about.
 */
export function createRefresher(run: (key: string) => Promise<void>): (key: string) => void {
  const running = new Set<string>();
  const again = new Set<string>();
  const start = async (key: string): Promise<void> => {
    running.add(key);
    try {
      do {
        again.delete(key);
        await run(key);
      } while (again.has(key));
    } finally {
      running.delete(key);
    }
  };
  return (key) => {
    if (running.has(key)) again.add(key);
    else void start(key);
  };
}

/** Collects keys for `ms` and hands them over together: a deployment of many apps sends bursts of events. */
export function createBatch(
  ms: number,
  flush: (keys: ReadonlySet<string>) => void,
): { add: (keys: Iterable<string>) => void; stop: () => void } {
  let keys = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add: (more) => {
      for (const key of more) keys.add(key);
      if (keys.size === 0 || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        const collected = keys;
        keys = new Set();
        flush(collected);
      }, ms);
    },
    stop: () => clearTimeout(timer),
  };
}

/**
 * Runs `run(key)` at once, but not again within `msOf(key)` of the last time: what is asked for meanwhile is run once, when they are
 * over. For what is large and changes with every event.
 */
export function createThrottle(
  msOf: (key: string) => number,
  run: (key: string) => void,
): { request: (key: string) => void; stop: () => void } {
  /** Of each key that has been run lately: whether it is wanted again. */
  const wanted = new Map<string, boolean>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const start = (key: string): void => {
    wanted.set(key, false);
    const timer = setTimeout(() => {
      timers.delete(timer);
      const again = wanted.get(key);
      wanted.delete(key);
      if (again) start(key);
    }, msOf(key));
    timers.add(timer);
    run(key);
  };
  return {
    request: (key) => {
      if (wanted.has(key)) wanted.set(key, true);
      else start(key);
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
