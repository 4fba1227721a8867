import { serialize } from 'hono/utils/cookie';
import { AUTH_COOKIE, encodeUserInfo, INFO_COOKIE, type UserInfo } from '../../api/dcos/login.ts';
import { SESSION_SECONDS } from './sessions.ts';

/**
 * DC/OS' cookie pair: the session, and who it is for the page to show. SameSite is Lax, not Strict: a link to a page of the
 * dashboard in a chat or a document should open it; what changes something is protected by the Origin checks. Not Secure: the
 * server is on the loopback interface, without TLS.
 */
export function sessionCookies(session: string, user: UserInfo): string[] {
  const common = { path: '/', maxAge: SESSION_SECONDS, sameSite: 'Lax' } as const;
  return [serialize(AUTH_COOKIE, session, { ...common, httpOnly: true }), serialize(INFO_COOKIE, encodeUserInfo(user), common)];
}

/** Makes the browser forget the pair. */
export function expiredCookies(): string[] {
  const common = { path: '/', maxAge: 0, sameSite: 'Lax' } as const;
  return [serialize(AUTH_COOKIE, '', { ...common, httpOnly: true }), serialize(INFO_COOKIE, '', common)];
}
