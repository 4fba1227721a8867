/** How well the page hears from one source. Times in milliseconds since the epoch. */
export type Freshness =
  | { kind: 'connecting' }
  | { kind: 'live'; since: number }
  | { kind: 'reconnecting'; attempt: number; lastHeard: number | undefined };

export interface FreshnessStore {
  current(this: void): Freshness;
  subscribe(this: void, listener: () => void): () => void;
  heard(this: void, now: number): void;
  failed(this: void): void;
}

/** Follows one polled source: `attempt` counts the failures in a row, from 1. */
export function createFreshness(): FreshnessStore {
  let state: Freshness = { kind: 'connecting' };
  const listeners = new Set<() => void>();
  const set = (next: Freshness) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard: (now) => set({ kind: 'live', since: now }),
    failed() {
      const lastHeard = state.kind === 'live' ? state.since : state.kind === 'reconnecting' ? state.lastHeard : undefined;
      set({ kind: 'reconnecting', attempt: state.kind === 'reconnecting' ? state.attempt + 1 : 1, lastHeard });
    },
  };
}

/** A source that has been silent for longer than this many of its intervals is behind. */
const LATE_AFTER_INTERVALS = 3;

/** Whole seconds that what is shown lags behind; 0 while it is as fresh as its interval allows. */
export function secondsBehind(state: Freshness, intervalMs: number, now: number): number {
  const heard = state.kind === 'live' ? state.since : state.kind === 'reconnecting' ? state.lastHeard : undefined;
  if (heard === undefined) return 0;
  const age = now - heard;
  return age > intervalMs * LATE_AFTER_INTERVALS ? Math.round(age / 1000) : 0;
}

const MAX_DELAY_MS = 20_000;

/** Wait before the next poll: the interval, doubled for each failure in a row up to 20 s, by ±20 % of chance so that windows do not ask in step. */
export function pollDelay(state: Freshness, intervalMs: number, random: () => number = Math.random): number {
  if (state.kind !== 'reconnecting') return intervalMs;
  const delay = Math.min(intervalMs * 2 ** Math.min(state.attempt - 1, 10), Math.max(MAX_DELAY_MS, intervalMs));
  return Math.round(delay * (0.8 + random() * 0.4));
}
