import { parse } from 'hono/utils/cookie';
import { AUTH_COOKIE } from '../../api/dcos/login.ts';

/** The token of a program: `Authorization: token=<t>` as DC/OS' tools send it, or `Bearer <t>`. */
export function headerToken(request: Request): string | undefined {
  const match = /^(?:token=|bearer\s+)(.*)$/i.exec(request.headers.get('authorization') ?? '');
  return match?.[1]?.trim();
}

/** The session of a browser. */
export function cookieToken(request: Request): string | undefined {
  return parse(request.headers.get('cookie') ?? '', AUTH_COOKIE)[AUTH_COOKIE];
}
