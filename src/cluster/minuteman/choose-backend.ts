/** What the choice of a backend depends on. */
export interface Candidate {
  id: string;
  /** 0: gets no new connections. */
  weight: 0 | 1;
  /** Connections that it has now. */
  open: number;
  /** Connections that it ever got. */
  opened: number;
  /** Until when, in ms since the epoch, it is passed over because it failed. */
  shunnedUntil: number;
}

/**
 * Of the healthy backends that have not been tried, the one with the fewest open connections, of several the one that got the
 * fewest so far. Those that failed a moment ago come last and not never: when all have, one of them may be back.
 */
export function chooseBackend<T extends Candidate>(candidates: Iterable<T>, now: number, tried: ReadonlySet<string>): T | undefined {
  let best: T | undefined;
  for (const candidate of candidates) {
    if (candidate.weight === 0 || tried.has(candidate.id)) continue;
    if (!best || isBetter(candidate, best, now)) best = candidate;
  }
  return best;
}

function isBetter(one: Candidate, other: Candidate, now: number): boolean {
  const shunned = (each: Candidate): number => Math.max(0, each.shunnedUntil - now);
  return (shunned(one) - shunned(other) || one.open - other.open || one.opened - other.opened) < 0;
}

const FIRST_SHUN_MS = 1000;
const LONGEST_SHUN_MS = 30_000;

/** For how many ms a backend is passed over after so many failures in a row: a second, doubled with each, at most half a minute. */
export const shunMs = (failures: number): number => Math.min(LONGEST_SHUN_MS, FIRST_SHUN_MS * 2 ** (failures - 1));
