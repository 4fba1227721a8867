/** Slows down guessing: so many different wrong secrets, then none is looked at until the oldest is a minute ago. */
export interface Attempts {
  /** Seconds until a secret is looked at again; 0 = now. */
  retryAfter(): number;
  /** Counts a secret before it is looked at: many that come at once must not all be. */
  record(secret: string): void;
  /** It was right after all. */
  forget(secret: string): void;
}

const WINDOW_MS = 60_000;
/** Enough to tell secrets apart. */
const REMEMBERED_CHARACTERS = 256;

/** The same wrong secret counts once: a forgotten script that asks with an old one each second must not lock its user out. */
export function createAttempts(limit: number, now: () => number): Attempts {
  const made = new Map<string, number>();
  const key = (secret: string): string => secret.slice(0, REMEMBERED_CHARACTERS);
  return {
    retryAfter() {
      for (const [secret, at] of made) if (at <= now() - WINDOW_MS) made.delete(secret);
      if (made.size < limit) return 0;
      return Math.ceil((Math.min(...made.values()) + WINDOW_MS - now()) / 1000);
    },
    record(secret) {
      if (made.size < limit) made.set(key(secret), now());
    },
    forget: (secret) => void made.delete(key(secret)),
  };
}
