import { serialize } from 'hono/utils/cookie';
import { AUTH_COOKIE, encodeUserInfo, INFO_COOKIE } from '../../api/dcos/login.ts';
import type { Admission } from './auth.ts';
import { SESSION_SECONDS } from './sessions.ts';

/**
 * DC/OS' cookie pair: the session, and who it is for the page to show. SameSite is Lax, not Strict: a link to a page of the
 * dashboard in a chat or a document should open it; what changes something is protected by the Origin checks. Secure where the server
 * is asked by TLS: without it, on the loopback interface, such a cookie would not come back.
 */
export function sessionCookies({ account, token }: Admission, request: Request): string[] {
  const secure = new URL(request.url).protocol === 'https:';
  const common = { path: '/', maxAge: SESSION_SECONDS, sameSite: 'Lax', secure } as const;
  const info = encodeUserInfo({ uid: account.uid, description: account.description, is_remote: false });
  return [serialize(AUTH_COOKIE, token, { ...common, httpOnly: true }), serialize(INFO_COOKIE, info, common)];
}

/** Makes the browser forget the pair. */
export function expiredCookies(): string[] {
  const common = { path: '/', maxAge: 0, sameSite: 'Lax' } as const;
  return [serialize(AUTH_COOKIE, '', { ...common, httpOnly: true }), serialize(INFO_COOKIE, '', common)];
}
