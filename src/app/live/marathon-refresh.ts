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
