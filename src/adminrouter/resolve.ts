import { routes, type LocalAnswer, type UpstreamRoute } from './routes.ts';
import { unescapeSegment } from './unescape-segment.ts';

export interface UpstreamTarget {
  kind: 'upstream';
  route: UpstreamRoute;
  /** What stands before the upstream's own paths: `/marathon`, `/agent/<the id>`; empty when the upstream knows the whole path. */
  prefix: string;
  /** The upstream's own path, escaped as the client sent it. */
  path: string;
  /** The segment in the place of `<id>`, unescaped. */
  id?: string;
}

/** Where a request goes. `open` needs no login; `getActs`: see routes.ts. */
export type Destination = { open: boolean; getActs: boolean } & (
  | UpstreamTarget
  /** `id`: of the agent that it is about. */
  | { kind: 'local'; answer: LocalAnswer; id?: string }
  | { kind: 'absent'; why: string; id?: string }
  | { kind: 'leader'; of: 'mesos' | 'marathon'; onwards: Destination }
  /** `path`: what names the service, and its own path: `/web/index.html`. */
  | { kind: 'service'; path: string }
  | { kind: 'redirect'; status: 301 | 307; location: string }
  /** `index.html` of the pages. */
  | { kind: 'page' }
  /** A file of the pages. */
  | { kind: 'file'; path: string }
  | { kind: 'nowhere'; path: string }
);

export interface Asked {
  /** Of the URL: dot segments resolved, escapes kept. */
  pathname: string;
  search: string;
  /** GET or HEAD. */
  reads: boolean;
  /** A browser that wants a page to show. */
  wantsPage: boolean;
}

/** Decides where a request goes: the first route of the table, else the pages. Repeated slashes count as one, as in nginx. */
export function resolve(asked: Asked): Destination {
  const pathname = asked.pathname.replaceAll(/\/{2,}/g, '/');
  for (const { route, match: matchPath } of table) {
    const match = matchPath(pathname);
    if (!match) continue;
    const common = { open: route.access === 'open', getActs: getActs(route, match) };
    if (route.kind === 'upstream') return { ...toUpstream(route, match, asked), ...common };
    if (route.kind === 'service') return { ...toService(match, asked), ...common };
    if (route.kind === 'leader') return { kind: 'leader', of: route.of, onwards: fromLeader(match, asked), ...common };
    const about = match.id !== undefined && { id: match.id };
    if (route.kind === 'absent') return { kind: 'absent', why: route.why, ...about, ...common };
    if (match.rest === '' || route.below) return { kind: 'local', answer: route.answer, ...about, ...common };
  }
  if (asked.wantsPage || (asked.reads && pathname === '/')) return page;
  if (asked.reads && /\.\w+$/.test(pathname)) return { kind: 'file', path: pathname, open: true, getActs: false };
  return { kind: 'nowhere', path: pathname, open: false, getActs: false };
}

/** There is one router, also for the machine that leads. Its `/system/v1` leads to no further leader. */
function fromLeader({ rest }: PathMatch, asked: Asked): Destination {
  const pathname = `/system/v1${rest}`;
  if (rest.startsWith('/leader/')) return { kind: 'nowhere', path: pathname, open: false, getActs: false };
  return resolve({ ...asked, pathname, wantsPage: false });
}

const page = { kind: 'page', open: false, getActs: false } as const;

function getActs({ getActs: acts }: Pick<UpstreamRoute, 'getActs'>, { rest }: PathMatch): boolean {
  return typeof acts === 'object' ? !acts.except.test(rest) : acts === true;
}

interface PathMatch {
  prefix: string;
  /** What follows the prefix: empty, or a path that begins with a slash. */
  rest: string;
  id?: string;
}

type MatchPath = (pathname: string) => PathMatch | undefined;

/** Finds a path of the table at the beginning of one that is asked for. */
function pathMatcher(pattern: string): MatchPath {
  const [before = '', after] = pattern.split('<id>');
  if (after === undefined) return (pathname) => below(pathname, pattern);
  return (pathname) => {
    if (!pathname.startsWith(before)) return undefined;
    const segment = pathname.slice(before.length).split('/', 1)[0] ?? '';
    const match = below(pathname, before + segment + after);
    const id = match && unescapeSegment(segment);
    return match && id ? { ...match, id } : undefined;
  };
}

function below(pathname: string, prefix: string): PathMatch | undefined {
  if (!pathname.startsWith(prefix) || (pathname.length > prefix.length && pathname[prefix.length] !== '/')) return undefined;
  return { prefix, rest: pathname.slice(prefix.length) };
}

const table = routes.map((route) => ({ route, match: pathMatcher(route.path) }));

type Routed = UpstreamTarget | { kind: 'page' } | { kind: 'redirect'; status: 301 | 307; location: string };

function toUpstream(route: UpstreamRoute, { prefix, rest, id }: PathMatch, asked: Asked): Routed {
  if (rest === '' && route.noSlash) return { kind: 'redirect', status: route.noSlash, location: `${prefix}/${asked.search}` };
  if (asked.wantsPage && route.pagesExcept && !route.pagesExcept.includes(rest.split('/', 2)[1] ?? '')) return { kind: 'page' };
  const target = route.keepsPrefix ? { prefix: '', path: prefix + rest } : { prefix, path: (route.at ?? '') + rest || '/' };
  return { kind: 'upstream', route, ...target, ...(id !== undefined && { id }) };
}

/** A name of one segment gets its slash, so that what the service links to stays below it. Longer ones might be a path of a shorter one. */
function toService(
  { prefix, rest }: PathMatch,
  { search }: Asked,
): { kind: 'service'; path: string } | { kind: 'redirect'; status: 301; location: string } {
  return /^\/[^/]+$/.test(rest)
    ? { kind: 'redirect', status: 301, location: `${prefix}${rest}/${search}` }
    : { kind: 'service', path: rest };
}
