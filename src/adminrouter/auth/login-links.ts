import { base64url } from 'jose';
import { sameSecret } from './constant-time.ts';

/** One-time tokens in links: whoever reads the server's terminal opens the dashboard with one click. */
export interface LoginLinks {
  /** A new token. Only the newest few can be redeemed. */
  issue(): string;
  /** True the first time for each token, and for a few seconds more. */
  redeem(token: string): boolean;
}

interface Link {
  token: string;
  /** Of the first time, in ms since the epoch. */
  redeemedAt?: number;
}

const OUTSTANDING = 8;
const TOKEN_BYTES = 32;
/** A browser asks once more by itself when the network changes under its first request, as each starting container makes it. */
const AGAIN_MS = 10_000;

export function createLoginLinks(random: (bytes: number) => Uint8Array, now: () => number): LoginLinks {
  let outstanding: Link[] = [];
  const isOver = ({ redeemedAt }: Link): boolean => redeemedAt !== undefined && now() - redeemedAt >= AGAIN_MS;
  return {
    issue() {
      const token = base64url.encode(random(TOKEN_BYTES));
      outstanding = [...outstanding.slice(1 - OUTSTANDING), { token }];
      return token;
    },
    redeem(token) {
      outstanding = outstanding.filter((link) => !isOver(link));
      const link = outstanding.find((known) => sameSecret(token, known.token));
      if (!link) return false;
      link.redeemedAt ??= now();
      return true;
    },
  };
}
