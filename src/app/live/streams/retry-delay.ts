const SHORTEST_MS = 500;
const LONGEST_MS = 20_000;
/** Of the time that a source has been away: a short outage is over soon, a long one need not be looked at every moment. */
const SHARE_OF_OUTAGE = 0.1;

/**
 * Milliseconds until a source is asked again that has been away for `goneMs`. Back within 3 s for outages of up to half a minute; the
 * random half keeps the pages of a whole team from coming back at the same instant.
 */
export function retryDelayMs(goneMs: number, random: () => number): number {
  const longest = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, goneMs * SHARE_OF_OUTAGE));
  return longest * (0.5 + random() / 2);
}
