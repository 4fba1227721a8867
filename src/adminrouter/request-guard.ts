import { mediaType } from './auth/read-json.ts';
import type { Destination } from './resolve.ts';
import { RouterFault } from './router-fault.ts';

/** The host names that the router answers for besides those of the loopback, on any port; `any` only where there is nothing to protect (a demo in the page). */
export type HostRules = { names: readonly string[] } | 'any';

/** Always this machine: no DNS server has a say in them. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Refuses with 405 what echoes a request (and its cookies) or opens a tunnel. */
export function checkMethod({ method }: Request): void {
  if (['CONNECT', 'TRACE', 'TRACK'].includes(method.toUpperCase()))
    throw new RouterFault(405, `The method ${method} is not for this server.`);
}

/**
 * Refuses a host that is not one of ours, with 421. A page of evil.example whose name was changed to point at 127.0.0.1 (DNS
 * rebinding) is of the same origin as the router for the browser; only the name that it asks for gives it away.
 */
export function checkHost(request: Request, rules: HostRules): void {
  if (rules === 'any') return;
  const { host } = new URL(request.url);
  const names = [...new Set([...rules.names, ...LOOPBACK])];
  for (const asked of [host, request.headers.get('host') ?? host]) {
    if (names.includes(hostName(asked) ?? '')) continue;
    throw new RouterFault(421, `This server does not answer for the host ${asked}. Ask for one of: ${names.join(', ')}.`);
  }
}

function hostName(host: string): string | undefined {
  // no user information, path or the like
  if (!/^[\w.:[\]-]+$/.test(host)) return undefined;
  return URL.parse(`http://${host}`)?.hostname;
}

/**
 * Refuses what a page of another origin asks in the user's name, with 403. Programs send no Sec-Fetch-Site and pass. A browser
 * too old for it still sends Origin with all that may change something, and what it only reads its page does not get to see, for
 * want of a grant (see upstream-headers.ts). Links from elsewhere (navigations) may show, but not do, anything. A request that
 * carries its token in a header is nobody else's: a browser adds cookies and passwords by itself, but never that, and a page of
 * another origin would have to be granted the header first. `acts`: the request may change something.
 */
export function checkOrigin(request: Request, acts: boolean): void {
  if (sendsToken(request)) return;
  const origin = request.headers.get('origin');
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (acts && origin !== null && URL.parse(origin)?.host !== host.toLowerCase())
    throw new RouterFault(403, `Changes by pages of another origin (${origin}) are refused. Open the dashboard itself and do it there.`);
  const site = request.headers.get('sec-fetch-site');
  if (site === null || site === 'same-origin' || site === 'none') return;
  if (acts || request.headers.get('sec-fetch-mode') !== 'navigate')
    throw new RouterFault(403, 'Requests by pages of another site are refused. Open the dashboard itself and do it there.');
}

/** The types of forms, which pages of other sites can send without being asked (and what has none passes for the first of them). */
const SIMPLE_TYPES: ReadonlySet<string> = new Set(['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']);

/**
 * Refuses with 415 what a browser writes to the cluster's own APIs in the form of a web form: one more wall, should a browser ever not say
 * whose page it is. Programs (curl, Marathon's old clients) send no Origin, Sec-Fetch-Site or cookie of ours, and any type. Services
 * are their authors' business, and the router's own answers look at their bodies themselves.
 */
export function checkBody(request: Request, { kind }: Destination): void {
  const { headers } = request;
  const hasBody = (headers.get('content-length') ?? '0') !== '0' || headers.has('transfer-encoding') || headers.has('content-type');
  if (kind === 'service' || kind === 'local' || !hasBody || sendsToken(request)) return;
  const byBrowser = headers.has('origin') || headers.has('sec-fetch-site') || headers.has('cookie');
  if (byBrowser && SIMPLE_TYPES.has(mediaType(request)))
    throw new RouterFault(415, 'Send the body as application/json: what a web form sends is not taken from a browser.');
}

/** A browser adds cookies and passwords by itself, but never this. */
const sendsToken = ({ headers }: Request): boolean => /^(token=|bearer\s)/i.test(headers.get('authorization') ?? '');
