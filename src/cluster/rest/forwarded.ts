import type { Fetch } from '../../api/http/fetch.ts';

/** The instance of a service that leads. */
export interface LeaderUpstream {
  /** Host and port. */
  address: string;
  fetch: Fetch;
}

/** Hands a request on with more headers; the answer has them too. */
export async function forwarded(request: Request, to: Fetch, headers: Record<string, string>): Promise<Response> {
  const answer = await to(new Request(request, { headers: { ...Object.fromEntries(request.headers), ...headers } }));
  const answered = new Response(answer.body, answer);
  for (const [name, value] of Object.entries(headers)) answered.headers.set(name, value);
  return answered;
}
