/** Everything here that answers HTTP is one of these: a component, the cluster, the adminRouter, a real server behind global `fetch`. */
export type Fetch = (request: Request) => Promise<Response>;

const JSON_TYPE = 'application/json';

/** An answer of which the JSON is already text. */
export function jsonText(body: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': JSON_TYPE, ...headers } });
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  jsonText(JSON.stringify(body), status, headers);

export function text(body: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'text/plain;charset=utf-8', ...headers } });
}

/** What an endpoint that exists in the real product but not yet here answers: 501 and which one it is. */
export function notBuilt(product: string, request: Request): Response {
  const { pathname } = new URL(request.url);
  return json({ message: `${request.method} ${pathname} of ${product} is not part of this version of the local cluster.` }, 501);
}
