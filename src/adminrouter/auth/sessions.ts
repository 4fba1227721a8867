import { base64url, jwtVerify, SignJWT } from 'jose';

/** Life of a session, as long as DC/OS' (4.5 days). */
export const SESSION_SECONDS = 388_800;
/** Logged-out sessions remembered; past that the oldest is forgotten, and ends by its own expiry. */
const REVOKED_LIMIT = 1000;
const ID_BYTES = 16;
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** Signed session tokens (JWT, HS256), of the form that DC/OS' own tools expect: the claim `uid` says who. */
export interface Sessions {
  open(uid: string): Promise<string>;
  /** The user of a valid token; undefined when it is forged, expired, revoked, or has no user. A token without expiry does not expire. */
  verify(token: string): Promise<string | undefined>;
  /** Makes one token worthless, until the server restarts. */
  revoke(token: string): Promise<void>;
}

export interface SessionOptions {
  /** At least 32 random bytes that stay the same over restarts, and so do the sessions. */
  secret: Uint8Array;
  now: () => number;
  random: (bytes: number) => Uint8Array;
}

export function createSessions({ secret, now, random }: SessionOptions): Sessions {
  if (secret.length < 32) throw new RangeError('The secret that signs sessions has to be of 32 bytes or more.');
  const revoked = new Set<string>();
  // once for all requests; at first use, since a page that is not in a secure context has no `subtle`
  let imported: Promise<CryptoKey> | undefined;
  const key = (): Promise<CryptoKey> =>
    (imported ??= crypto.subtle.importKey('raw', new Uint8Array(secret), HMAC, false, ['sign', 'verify']));
  const claims = async (token: string): Promise<{ uid: string; jti?: string } | undefined> => {
    try {
      const { payload } = await jwtVerify(token, await key(), { algorithms: ['HS256'], currentDate: new Date(now()) });
      const { uid, jti } = payload;
      if (typeof uid !== 'string' || uid === '' || (jti !== undefined && revoked.has(jti))) return undefined;
      return { uid, ...(jti !== undefined && { jti }) };
    } catch {
      return undefined;
    }
  };
  return {
    open: async (uid) =>
      new SignJWT({ uid })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setJti(base64url.encode(random(ID_BYTES)))
        .setExpirationTime(Math.floor(now() / 1000) + SESSION_SECONDS)
        .sign(await key()),
    verify: async (token) => (await claims(token))?.uid,
    async revoke(token) {
      const jti = (await claims(token))?.jti;
      if (jti === undefined) return;
      revoked.add(jti);
      const [oldest] = revoked;
      if (revoked.size > REVOKED_LIMIT && oldest !== undefined) revoked.delete(oldest);
    },
  };
}
