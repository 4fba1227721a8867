import type { UserInfo } from '../../api/dcos/login.ts';
import { RouterFault } from '../router-fault.ts';
import { sameSecret } from './constant-time.ts';
import { cookieToken, headerToken } from './credentials.ts';
import { createFailedLogins } from './failed-logins.ts';
import { createLoginLinks } from './login-links.ts';
import { createSessions } from './sessions.ts';

export type AuthOptions =
  | { enabled: false }
  | {
      enabled: true;
      /** The token that programs send and that the login page takes. */
      token: string;
      /** Signs the sessions: at least 32 random bytes, kept by the server so that sessions survive its restart. */
      secret: Uint8Array;
      /** A sentence for the login page: where the user finds the token. */
      tokenHint?: string;
    };

/** Who is in, and how one gets in. */
export interface Auth {
  /** The user id behind a request. Throws RouterFault 401 (no or wrong credentials) or 429 (too many wrong ones). */
  userOf(request: Request): Promise<string>;
  /** A new session in exchange for the server's token or a one-time one; undefined for a wrong token. Throws RouterFault 429. */
  exchange(token: string): Promise<string | undefined>;
  /** The same for one-time tokens only. */
  redeem(token: string): Promise<string | undefined>;
  /** Ends the session of the request's cookie or header. */
  end(request: Request): Promise<void>;
  issueLoginToken(): string;
  readonly tokenHint: string | undefined;
}

/** There is one user: whoever started the server. */
export const LOCAL_USER: UserInfo = { uid: 'local', description: 'Local user', is_remote: false };

export function createAuth(
  options: AuthOptions & { enabled: true },
  { now, random }: { now: () => number; random: (bytes: number) => Uint8Array },
): Auth {
  const links = createLoginLinks(random, now);
  const failures = createFailedLogins(now);
  const sessions = createSessions({ secret: options.secret, now, random });
  const isServerToken = (token: string): boolean => {
    const seconds = failures.retryAfter();
    if (seconds > 0)
      throw new RouterFault(429, `Too many wrong tokens. Try again in ${seconds} s.`, { headers: { 'retry-after': String(seconds) } });
    const right = sameSecret(token, options.token);
    if (!right) failures.record(token);
    return right;
  };
  const redeem = async (token: string): Promise<string | undefined> => (links.redeem(token) ? sessions.open(LOCAL_USER.uid) : undefined);
  return {
    async userOf(request) {
      const presented = headerToken(request);
      // as in DC/OS: a header is looked at even if there is a cookie, and a wrong one is not made good by it
      const session = presented ?? cookieToken(request);
      const uid = session === undefined ? undefined : await sessions.verify(session);
      if (uid !== undefined) return uid;
      if (presented !== undefined && isServerToken(presented)) return LOCAL_USER.uid;
      throw unauthorized(presented !== undefined);
    },
    redeem,
    exchange: async (token) => (await redeem(token)) ?? (isServerToken(token) ? sessions.open(LOCAL_USER.uid) : undefined),
    async end(request) {
      const session = headerToken(request) ?? cookieToken(request);
      if (session !== undefined) await sessions.revoke(session);
    },
    issueLoginToken: () => links.issue(),
    tokenHint: options.tokenHint,
  };
}

function unauthorized(presented: boolean): RouterFault {
  const message = presented
    ? 'The token is wrong or has expired. Send the token of the server as "Authorization: token=<token>".'
    : 'Log in first: open the link that the server printed when it started, or send "Authorization: token=<token>".';
  return new RouterFault(401, message, { headers: { 'www-authenticate': 'oauthjwt' } });
}
