type Listener = (now: number) => void;

const paces = new Map<number, { listeners: Set<Listener>; timer: ReturnType<typeof setInterval> }>();

/**
 * Tells the time every so many milliseconds, until the returned function is called. Whoever asks for the same pace is told at the same
 * moment: a list with a hundred ages is then drawn once a second, not a hundred times.
 */
export function onTick(everyMs: number, listener: Listener): () => void {
  const pace = paces.get(everyMs) ?? startPace(everyMs);
  pace.listeners.add(listener);
  return () => {
    pace.listeners.delete(listener);
    if (pace.listeners.size > 0) return;
    clearInterval(pace.timer);
    if (paces.get(everyMs) === pace) paces.delete(everyMs);
  };
}

function startPace(everyMs: number) {
  const listeners = new Set<Listener>();
  const timer = setInterval(() => {
    const now = Date.now();
    for (const listener of listeners) listener(now);
  }, everyMs);
  const pace = { listeners, timer };
  paces.set(everyMs, pace);
  return pace;
}
