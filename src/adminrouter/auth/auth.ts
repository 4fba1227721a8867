import type { LoginRequest } from '../../api/dcos/login.ts';
import { RouterFault } from '../router-fault.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { createAttempts } from './attempts.ts';
import { sameSecret } from './constant-time.ts';
import { cookieToken, headerToken } from './credentials.ts';
import { createLoginLinks } from './login-links.ts';
import { createLogins, LOCAL_USER, type Account, type LoginStore, type OpenSession, type Passwords } from './login-state.ts';
import { createSessions, type Sessions } from './sessions.ts';

export type AuthOptions =
  | { enabled: false }
  | {
      enabled: true;
      /** The token that programs send and that the login page takes: that of the local user. */
      token: string;
      /** Signs the sessions: at least 32 random bytes, kept by the server so that sessions survive its restart. */
      secret: Uint8Array;
      /** Keeps the users and the open sessions. */
      store: LoginStore;
      passwords: Passwords;
      /** A sentence for the login page: where the user finds the token. */
      tokenHint?: string;
    };

/** Who asks, and by which session; without one it is by a token that the server itself knows. */
export interface Visitor {
  account: Account;
  session?: OpenSession;
}

/** A login that was let in. */
export interface Admission {
  account: Account;
  /** For `Authorization: token=…` and the cookie. */
  token: string;
}

/** Who is in, and how one gets in. */
export interface Auth {
  /** Who sends a request. Throws RouterFault 401 (no or wrong credentials) or 429 (too many wrong ones). */
  visitorOf(request: Request): Promise<Visitor>;
  /** A new session for a name with its password, the server's token or a one-time one; undefined for wrong ones. Throws RouterFault 429. */
  logIn(proof: LoginRequest, client: string): Promise<Admission | undefined>;
  /** The same for one-time tokens only. */
  redeem(token: string, client: string): Promise<Admission | undefined>;
  /** Ends the session of the request's cookie or header. */
  end(request: Request): Promise<void>;
  issueLoginToken(): string;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly tokenHint: string | undefined;
}

/** Wrong tokens a minute, of all clients together: they come from this machine. */
const GUESSES = 20;

export function createAuth(
  options: AuthOptions & { enabled: true },
  { now, random }: { now: () => number; random: (bytes: number) => Uint8Array },
): Auth {
  const links = createLoginLinks(random, now);
  const logins = createLogins(options.store);
  const accounts = createAccounts({ logins, passwords: options.passwords, now });
  const sessions = createSessions({ secret: options.secret, logins, now, random });
  const isServerToken = createTokenCheck(options.token, now);
  const admit = async (uid: string, client: string): Promise<Admission | undefined> => {
    const account = accounts.find(uid);
    return account && { account, token: await sessions.open(uid, { client }) };
  };
  const redeem = async (token: string, client: string): Promise<Admission | undefined> =>
    links.redeem(token) ? admit(LOCAL_USER, client) : undefined;
  const bySession = async (token: string): Promise<Visitor | undefined> => {
    const found = await sessions.find(token);
    const account = found && accounts.find(found.uid);
    return account && { account, ...(found.session && { session: found.session }) };
  };
  return {
    async visitorOf(request) {
      const presented = headerToken(request);
      // as in DC/OS: a header is looked at even if there is a cookie, and a wrong one is not made good by it
      const token = presented ?? cookieToken(request);
      const visitor = token === undefined ? undefined : await bySession(token);
      if (visitor) return visitor;
      const local = presented !== undefined && isServerToken(presented) ? accounts.find(LOCAL_USER) : undefined;
      if (local) return { account: local };
      throw unauthorized(presented !== undefined);
    },
    redeem,
    async logIn(proof, client) {
      if ('password' in proof) return (await accounts.isPassword(proof.uid, proof.password)) ? admit(proof.uid, client) : undefined;
      return (await redeem(proof.token, client)) ?? (isServerToken(proof.token) ? admit(LOCAL_USER, client) : undefined);
    },
    async end(request) {
      const token = headerToken(request) ?? cookieToken(request);
      const ended = token === undefined ? undefined : (await sessions.find(token))?.session;
      if (ended) sessions.end(({ id }) => id === ended.id);
    },
    issueLoginToken: () => links.issue(),
    accounts,
    sessions,
    tokenHint: options.tokenHint,
  };
}

function createTokenCheck(serverToken: string, now: () => number): (token: string) => boolean {
  const attempts = createAttempts(GUESSES, now);
  return (token) => {
    const seconds = attempts.retryAfter();
    if (seconds > 0)
      throw new RouterFault(429, `Too many wrong tokens. Try again in ${seconds} s.`, { headers: { 'retry-after': String(seconds) } });
    const right = sameSecret(token, serverToken);
    if (!right) attempts.record(token);
    return right;
  };
}

function unauthorized(presented: boolean): RouterFault {
  const message = presented
    ? 'The token is wrong or has expired. Send the token of the server as "Authorization: token=<token>".'
    : 'Log in first: open the link that the server printed when it started, or send "Authorization: token=<token>".';
  return new RouterFault(401, message, { headers: { 'www-authenticate': 'oauthjwt' } });
}
