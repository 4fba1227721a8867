import { json, text, type Fetch } from '../../api/http/fetch.ts';
import { Refusal } from '../rest/refusal.ts';
import { HttpError, methodNotAllowed, notFound } from './errors.ts';

/** What libprocess does for masters and agents alike: paths with and without the process name, `.json` aliases, jsonp, errors as text. */
export interface Endpoint {
  /** `/state`; anything below it is it too, unless `exact`. */
  path: string;
  /** Absent: the method does not matter, as for everything that only reads. */
  methods?: readonly string[];
  /** Not below the process name: `/metrics/snapshot`, `/files/read`. */
  rootOnly?: boolean;
  exact?: boolean;
  /** A value, or the promise of one, is answered as JSON. */
  handle(call: EndpointCall): unknown;
}

export interface EndpointCall {
  request: Request;
  query: URLSearchParams;
  /** What follows the endpoint's path: `/conf` of `/quota/conf`. */
  rest: string;
}

/** `processes`: the names that may stand in front, such as `master`. */
export function createEndpoints(processes: readonly string[], endpoints: readonly Endpoint[]): Fetch {
  const byPath = new Map(endpoints.map((endpoint) => [endpoint.path, endpoint]));
  return async (request) => {
    const url = new URL(request.url);
    try {
      const { endpoint, rest } = match(byPath, processes, decodePath(url.pathname));
      if (endpoint.methods && !endpoint.methods.includes(request.method)) throw methodNotAllowed(endpoint.methods, request.method);
      const answer = await endpoint.handle({ request, query: url.searchParams, rest });
      const response = answer instanceof Response ? answer : jsonOrJsonp(answer, url.searchParams.get('jsonp'));
      return request.method === 'HEAD' ? new Response(null, response) : response;
    } catch (fault) {
      if (fault instanceof HttpError) return fault.response();
      if (fault instanceof Refusal) return text(fault.message, fault.status, fault.headers);
      throw fault;
    }
  };
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    throw new HttpError(400, `Failed to decode the path '${pathname}': a percent sign has to be followed by two hexadecimal digits`);
  }
}

/** The longest known path that `path` is or lies below. */
function match(byPath: ReadonlyMap<string, Endpoint>, processes: readonly string[], path: string): { endpoint: Endpoint; rest: string } {
  const process = processes.find((name) => path === `/${name}` || path.startsWith(`/${name}/`));
  const inner = process === undefined ? path : path.slice(process.length + 1);
  for (let end = inner.length; end > 0; end = inner.lastIndexOf('/', end - 1)) {
    const candidate = inner.slice(0, end);
    const endpoint = byPath.get(candidate) ?? byPath.get(candidate.replace(/\.json$/, ''));
    if (!endpoint || (endpoint.rootOnly && process !== undefined)) continue;
    const rest = inner.slice(end);
    if (endpoint.exact && rest !== '') break;
    return { endpoint, rest };
  }
  throw notFound();
}

/** The name of a jsonp callback is answered as a script: anything but a name could carry one of its own. */
const CALLBACK = /^[\w$.[\]]*$/;

function jsonOrJsonp(value: unknown, callback: string | null): Response {
  if (callback === null) return json(value);
  if (!CALLBACK.test(callback)) throw new HttpError(400, `The jsonp name '${callback}' is not the name of a function`);
  return new Response(`${callback}(${JSON.stringify(value)})`, { headers: { 'content-type': 'text/javascript' } });
}

/** An answer without a body or content type, as for `/health`. */
export const empty = (status = 200): Response => new Response(null, { status });
