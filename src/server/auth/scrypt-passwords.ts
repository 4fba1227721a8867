import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Passwords } from '../../adminrouter/auth/login-state.ts';

/** One of the settings that OWASP's Password Storage Cheat Sheet names for scrypt: 32 MiB, and a tenth of a second. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const MAX_MEMORY = 64 * 1024 * 1024;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Passwords as `scrypt$N$r$p$salt$key` (the last two in base64url), so that a dearer setting can follow without making those that are kept
 * worthless. One at a time: many logins at once must not take all memory and all threads.
 */
export function scryptPasswords(): Passwords {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytes(SALT_BYTES);
        const key = await derive(password, salt, COST);
        return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
      }),
    verify: (password, hash) =>
      inTurn(async () => {
        const [kind, n, r, p, salt, key] = hash.split('$');
        if (kind !== 'scrypt' || salt === undefined || key === undefined) return false;
        const kept = Buffer.from(key, 'base64url');
        const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(n), r: Number(r), p: Number(p) });
        return kept.length === derived.length && timingSafeEqual(kept, derived);
      }),
  };
}

/** One password, however its accents were typed. */
function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: MAX_MEMORY }, (fault, key) =>
      fault ? reject(fault) : resolve(key),
    ),
  );
}
