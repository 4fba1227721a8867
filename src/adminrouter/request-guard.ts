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
  if (/^(token=|bearer\s)/i.test(request.headers.get('authorization') ?? '')) return;
  const origin = request.headers.get('origin');
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (acts && origin !== null && URL.parse(origin)?.host !== host.toLowerCase())
    throw new RouterFault(403, `Changes by pages of another origin (${origin}) are refused. Open the dashboard itself and do it there.`);
  const site = request.headers.get('sec-fetch-site');
  if (site === null || site === 'same-origin' || site === 'none') return;
  if (acts || request.headers.get('sec-fetch-mode') !== 'navigate')
    throw new RouterFault(403, 'Requests by pages of another site are refused. Open the dashboard itself and do it there.');
}
