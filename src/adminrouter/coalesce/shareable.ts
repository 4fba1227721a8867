/** What a client says of itself makes its answer its own. */
export function isPersonal({ headers }: Request): boolean {
  return ['authorization', 'cookie', 'range'].some((name) => headers.has(name));
}

/** A question without what is of one client. `init`: what else there is to it. */
export function plainRequest(
  request: Request,
  signal: AbortSignal,
  init: { url?: string; method?: string; body?: ArrayBuffer } = {},
): Request {
  const headers = new Headers();
  for (const name of ['accept', 'host', 'x-forwarded-proto', ...(init.body === undefined ? [] : ['content-type'])]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const { url = request.url, ...rest } = init;
  return new Request(url, { headers, signal, ...rest });
}
