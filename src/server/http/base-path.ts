import type { Fetch } from '../../api/http/fetch.ts';
import { PAGE_POLICY } from '../../adminrouter/html-page.ts';
import type { Upgrades } from './upgrades.ts';

/**
 * The same server below a path (`/dcos/`), for a proxy in front that has other things at its root. Whether the proxy leaves the path
 * in what it passes on or cuts it off, both are understood; what points back at this server always gets it.
 */
export function underBasePath(inner: Fetch, base: string): Fetch {
  if (base === '/') return inner;
  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname === base.slice(0, -1)) return new Response(null, { status: 307, headers: { location: base + url.search } });
    return pointingBelow(await inner(below(request, url, base)), base);
  };
}

/** The same of what asks for an upgrade of its connection. */
export function upgradesUnderBasePath(inner: Upgrades, base: string): Upgrades {
  return {
    mayUpgrade: (pathname) => inner.mayUpgrade(pathBelow(pathname, base)),
    upgrade: (request, dial) => inner.upgrade(below(request, new URL(request.url), base), dial),
  };
}

const pathBelow = (pathname: string, base: string): string => (pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname);

function below(request: Request, url: URL, base: string): Request {
  if (!url.pathname.startsWith(base)) return request;
  return new Request(new URL(pathBelow(url.pathname, base) + url.search, url.origin), request);
}

async function pointingBelow(answer: Response, base: string): Promise<Response> {
  const location = answer.headers.get('location');
  const isOwnPage = answer.headers.get('content-security-policy') === PAGE_POLICY && answer.body !== null;
  if (location === null && !isOwnPage) return answer;
  const headers = new Headers(answer.headers);
  if (location !== null) headers.set('location', belowBase(location, base));
  const body = isOwnPage ? (await answer.text()).replaceAll(/(action|href)="\/(?!\/)/g, `$1="${base}`) : answer.body;
  return new Response(body, { status: answer.status, statusText: answer.statusText, headers });
}

/** A path of this server; `//other.example/` is another host. */
function belowBase(location: string, base: string): string {
  if (!/^\/(?!\/)/.test(location) || location.startsWith(base)) return location;
  return base + location.slice(1);
}
