/**
 * How well the page hears from one source. `since`, `lastHeard`: milliseconds since the epoch. `behind`: whole seconds that what is
 * shown lags behind, 0 while the source answers in time. `attempt` counts the failures in a row, from 1.
 */
export type Freshness =
  | { kind: 'connecting' }
  | { kind: 'live'; since: number; behind: number }
  | { kind: 'reconnecting'; attempt: number; lastHeard: number | undefined };

export interface FreshnessStore {
  current(this: void): Freshness;
  subscribe(this: void, listener: () => void): () => void;
  /** The source said something. */
  heard(this: void, now: number): void;
  /** It did not answer, or not as itself. */
  failed(this: void): void;
  /** Time goes by. */
  passed(this: void, now: number): void;
}

/** A source is asked each second when it says nothing by itself: one that is silent for longer than this does not answer. */
const LATE_MS = 2_500;
/** A stream may speak a hundred times a second; its readers need not be told each time that it is there. */
const NEWS_MS = 500;

export function createFreshness(): FreshnessStore {
  let state: Freshness = { kind: 'connecting' };
  const listeners = new Set<() => void>();
  const set = (next: Freshness): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard(now) {
      if (state.kind === 'live' && state.behind === 0 && now - state.since < NEWS_MS) return;
      set({ kind: 'live', since: now, behind: 0 });
    },
    failed() {
      const lastHeard = state.kind === 'live' ? state.since : state.kind === 'reconnecting' ? state.lastHeard : undefined;
      set({ kind: 'reconnecting', attempt: state.kind === 'reconnecting' ? state.attempt + 1 : 1, lastHeard });
    },
    passed(now) {
      if (state.kind !== 'live') return;
      const silent = now - state.since;
      const behind = silent > LATE_MS ? Math.round(silent / 1000) : 0;
      if (behind !== state.behind) set({ ...state, behind });
    },
  };
}

/** From so many seconds on what is shown may well be wrong. */
const STALE_SECONDS = 10;

/** One question may get lost on a busy machine. */
const LOST = 1;

/** Nobody should act upon what is shown any more. */
export const isStale = (state: Freshness): boolean =>
  (state.kind === 'reconnecting' && state.attempt > LOST) || (state.kind === 'live' && state.behind >= STALE_SECONDS);
