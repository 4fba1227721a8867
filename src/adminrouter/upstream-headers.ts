import { AUTH_COOKIE, INFO_COOKIE } from '../api/dcos/login.ts';
import { removeHopByHop } from './hop-by-hop.ts';
import { rewriteLocation, type LocationRules } from './rewrite-location.ts';

/** What is special about the headers of an upstream. */
export interface HeaderRules extends LocationRules {
  /** See routes.ts. */
  dropsAuthorization?: boolean | undefined;
  dropsAcceptEncoding?: boolean | undefined;
}

/** What a client says of where a request comes from. The router is the first that it meets, so only the router knows. */
const CLAIMS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-real-ip'];
const OWN_COOKIES = new Set([AUTH_COOKIE, INFO_COOKIE]);

/** The headers that an upstream gets: those of the client without what is of the connection or between client and router. */
export function requestHeaders(request: Request, rules: HeaderRules, clientAddress: string | undefined): Headers {
  const headers = new Headers(request.headers);
  const url = new URL(request.url);
  removeHopByHop(headers);
  // answered by the server in front of the router; the fetch of Node refuses to send it
  headers.delete('expect');
  for (const name of CLAIMS) headers.delete(name);
  if (rules.dropsAuthorization || /^(token=|bearer\s)/i.test(headers.get('authorization') ?? '')) headers.delete('authorization');
  if (rules.dropsAcceptEncoding) headers.delete('accept-encoding');
  keepForeignCookies(headers);
  headers.set('host', request.headers.get('host') ?? url.host);
  headers.set('x-forwarded-proto', url.protocol.slice(0, -1));
  if (clientAddress !== undefined) {
    headers.set('x-forwarded-for', clientAddress);
    headers.set('x-real-ip', clientAddress);
  }
  return headers;
}

function keepForeignCookies(headers: Headers): void {
  const cookies = headers.get('cookie');
  if (cookies === null) return;
  const foreign = cookies.split(';').filter((pair) => pair.trim() !== '' && !OWN_COOKIES.has(cookieName(pair)));
  headers.delete('cookie');
  if (foreign.length > 0) headers.set('cookie', foreign.map((pair) => pair.trim()).join('; '));
}

const cookieName = (pair: string): string => (pair.split('=', 1)[0] ?? '').trim();

/** Grants to pages of other origins. Mesos' history service gives them to everybody, and so to every page that the user visits. */
const GRANTS = ['origin', 'credentials', 'methods', 'headers', 'private-network'].map((name) => `access-control-allow-${name}`);

/**
 * The headers that the client gets. An upstream cannot log anybody in (it may not set the router's cookies), nor let other
 * origins read.
 */
export function answerHeaders(answer: Response, request: Request, rules: HeaderRules): Headers {
  const headers = new Headers(answer.headers);
  removeHopByHop(headers);
  for (const name of GRANTS) headers.delete(name);
  const cookies = headers.getSetCookie();
  headers.delete('set-cookie');
  for (const cookie of cookies) if (!OWN_COOKIES.has(cookieName(cookie))) headers.append('set-cookie', cookie);
  const location = headers.get('location');
  if (location !== null) headers.set('location', rewriteLocation(location, request, rules));
  return headers;
}
