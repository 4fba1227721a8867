import { Refusal } from './refusal.ts';

/** One request to one resource. `params` are the groups of its pattern, decoded; absent ones are empty. */
export interface Call {
  request: Request;
  url: URL;
  params: readonly string[];
}

export type Handler = (call: Call) => Response | Promise<Response>;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Resource {
  /** Of the whole path, without doubled slashes and without one at the end. */
  pattern: RegExp;
  methods: Partial<Record<Method, Handler>>;
  /** Bodies have to be JSON by their content type (415); groups take any type. */
  jsonOnly?: boolean;
  /** Media types of the answer; JSON when not given. Empty: whatever is asked for. */
  produces?: readonly string[];
}

/** Untidy paths are taken for what they mean: `/v2/apps//a/` is `/v2/apps/a`. */
export const tidyPath = (pathname: string): string => pathname.replaceAll(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const JSON_TYPES = ['application/json'];

/** Whether an Accept header allows one of the types (all do when it names none). */
export function accepts(accept: string | null, types: readonly string[]): boolean {
  if (!accept || types.length === 0) return true;
  const wished = accept.split(',').map((range) => range.split(';')[0]?.trim().toLowerCase());
  return types.some((type) => wished.some((range) => range === '*/*' || range === type || range === `${type.split('/')[0]}/*`));
}

/** The first of two types that an Accept header names, in the header's own order; undefined when it names neither. */
export const firstNamed = (accept: string | null, types: readonly string[]): string | undefined =>
  accept
    ?.split(',')
    .map((range) => range.split(';')[0]?.trim().toLowerCase() ?? '')
    .find((range) => types.includes(range));

function allow({ methods }: Resource): string {
  return [...(methods.GET ? ['HEAD'] : []), ...Object.keys(methods), 'OPTIONS'].join(',');
}

function refusal(resource: Resource, request: Request): Refusal | undefined {
  const type = request.headers.get('content-type');
  if (resource.jsonOnly && request.method !== 'GET' && request.body && type && !/^application\/json\b/i.test(type)) {
    return new Refusal(415, 'Unsupported Media Type');
  }
  if (!accepts(request.headers.get('accept'), resource.produces ?? JSON_TYPES)) return new Refusal(406, 'Not Acceptable');
  return undefined;
}

/**
 * Finds the resource of a request and lets it answer. Errors: 404 for an unknown path, 405 for a method that the resource has
 * not, 406 and 415 for media types.
 */
export async function dispatch(resources: readonly Resource[], request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = tidyPath(url.pathname);
  for (const resource of resources) {
    const match = resource.pattern.exec(path);
    if (!match) continue;
    if (request.method === 'OPTIONS')
      return new Response(null, { headers: { 'content-type': 'application/json', allow: allow(resource) } });
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const handler = Object.hasOwn(resource.methods, method) ? resource.methods[method as Method] : undefined;
    if (!handler) throw new Refusal(405, 'Method Not Allowed', { allow: allow(resource) });
    const refused = refusal(resource, request);
    if (refused) throw refused;
    return handler({ request, url, params: match.slice(1).map((text: string | undefined) => decoded(text ?? '')) });
  }
  throw new Refusal(404, `URI not found: ${url.pathname}`);
}
