import { base64url } from 'jose';
import { sameSecret } from './constant-time.ts';

/** One-time tokens in links: whoever reads the server's terminal opens the dashboard with one click. */
export interface LoginLinks {
  /** A new token. Only the newest few can be redeemed. */
  issue(): string;
  /** True the first time for each token. */
  redeem(token: string): boolean;
}

const OUTSTANDING = 8;
const TOKEN_BYTES = 32;

export function createLoginLinks(random: (bytes: number) => Uint8Array): LoginLinks {
  let outstanding: string[] = [];
  return {
    issue() {
      const token = base64url.encode(random(TOKEN_BYTES));
      outstanding = [...outstanding.slice(1 - OUTSTANDING), token];
      return token;
    },
    redeem(token) {
      const rest = outstanding.filter((known) => !sameSecret(token, known));
      const redeemed = rest.length < outstanding.length;
      outstanding = rest;
      return redeemed;
    },
  };
}
