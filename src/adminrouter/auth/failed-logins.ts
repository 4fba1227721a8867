/** Slows down guessing: so many different wrong tokens, then none is looked at until the oldest is a minute ago. */
export interface FailedLogins {
  /** Seconds until a token is looked at again; 0 = now. */
  retryAfter(): number;
  record(token: string): void;
}

const WINDOW_MS = 60_000;
const LIMIT = 20;
/** Enough to tell tokens apart. */
const REMEMBERED_CHARACTERS = 256;

/**
 * For all clients together, since they all come from this machine. The same wrong token counts once: a forgotten script that
 * asks with an old token each second must not lock its user out.
 */
export function createFailedLogins(now: () => number): FailedLogins {
  const failures = new Map<string, number>();
  const forget = (): void => {
    for (const [token, at] of failures) if (at <= now() - WINDOW_MS) failures.delete(token);
  };
  return {
    retryAfter() {
      forget();
      if (failures.size < LIMIT) return 0;
      return Math.ceil((Math.min(...failures.values()) + WINDOW_MS - now()) / 1000);
    },
    record(token) {
      if (failures.size < LIMIT) failures.set(token.slice(0, REMEMBERED_CHARACTERS), now());
    },
  };
}
