import { base64url, jwtVerify, SignJWT } from 'jose';
import type { Logins, OpenSession } from './login-state.ts';

/** Life of a session, as long as DC/OS' (4.5 days). */
export const SESSION_SECONDS = 388_800;
/** Open ones of one user: past that the oldest session ends, as of a script that logs in each time and never out. */
const SESSIONS_OF_USER = 200;
const ID_BYTES = 16;
const CLIENT_CHARACTERS = 200;
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** Signed session tokens (JWT, HS256), of the form that DC/OS' own tools expect: the claim `uid` says who, `jti` which session. */
export interface Sessions {
  /** A session of a browser, or with a `name` the token of a program, which does not expire. */
  open(uid: string, origin: { client: string; name?: string }): Promise<string>;
  /**
   * Who a token is of; undefined when it is forged, expired, or its session was ended. One that DC/OS' own tools signed with the
   * server's secret names no session, and is good as long as its user is.
   */
  find(token: string): Promise<{ uid: string; session?: OpenSession } | undefined>;
  of(uid: string): OpenSession[];
  /** Aborted as soon as the session is ended. */
  untilEnd(session: OpenSession): AbortSignal;
  /** Ends those that are meant, for good. */
  end(isMeant: (session: OpenSession) => boolean): void;
}

export interface SessionOptions {
  /** At least 32 random bytes that stay the same over restarts, and so do the sessions. */
  secret: Uint8Array;
  logins: Logins;
  now: () => number;
  random: (bytes: number) => Uint8Array;
}

export function createSessions({ secret, logins, now, random }: SessionOptions): Sessions {
  if (secret.length < 32) throw new RangeError('The secret that signs sessions has to be of 32 bytes or more.');
  // once for all requests; at first use, since a page that is not in a secure context has no `subtle`
  let imported: Promise<CryptoKey> | undefined;
  const key = (): Promise<CryptoKey> =>
    (imported ??= crypto.subtle.importKey('raw', new Uint8Array(secret), HMAC, false, ['sign', 'verify']));
  const isOpen = ({ expiresAt }: OpenSession): boolean => expiresAt === undefined || expiresAt > now();
  const sign = async ({ id, uid, expiresAt }: OpenSession): Promise<string> => {
    const token = new SignJWT({ uid }).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).setJti(id);
    if (expiresAt !== undefined) token.setExpirationTime(Math.floor(expiresAt / 1000));
    return token.sign(await key());
  };
  return {
    async open(uid, { client, name }) {
      const session: OpenSession = {
        id: base64url.encode(random(ID_BYTES)),
        uid,
        client: client.slice(0, CLIENT_CHARACTERS),
        openedAt: now(),
        ...(name === undefined ? { expiresAt: now() + SESSION_SECONDS * 1000 } : { name }),
      };
      const token = await sign(session);
      logins.change({ sessions: withoutOldest([...logins.sessions.filter(isOpen), session], uid) });
      return token;
    },
    async find(token) {
      const claims = await jwtVerify(token, await key(), { algorithms: ['HS256'], currentDate: new Date(now()) }).catch(() => undefined);
      if (!claims) return undefined;
      const { uid, jti } = claims.payload;
      if (typeof uid !== 'string') return undefined;
      if (jti === undefined) return { uid };
      const session = logins.sessions.find((open) => open.id === jti && open.uid === uid && isOpen(open));
      return session && { uid, session };
    },
    of: (uid) => logins.sessions.filter((session) => session.uid === uid && isOpen(session)),
    untilEnd: (session) => logins.untilEnd(session),
    end(isMeant) {
      const sessions = logins.sessions.filter((session) => !isMeant(session));
      if (sessions.length < logins.sessions.length) logins.change({ sessions });
    },
  };
}

function withoutOldest(sessions: OpenSession[], uid: string): OpenSession[] {
  const own = sessions.filter((session) => session.uid === uid && session.name === undefined);
  const oldest = own.length > SESSIONS_OF_USER ? own[0] : undefined;
  return sessions.filter((session) => session !== oldest);
}
