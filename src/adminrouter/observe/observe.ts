import type { Destination } from '../resolve.ts';
import type { HandedOver } from '../tunnel.ts';

/** A request and what came of it. */
export interface Observation {
  /** When it came, in ms since the epoch. */
  at: number;
  /** The address that it came from. */
  client: string | undefined;
  user: string | undefined;
  method: string;
  /** Path and query without secrets. */
  path: string;
  status: number;
  /** Of the body, as it was sent. */
  bytes: number;
  /** Until the answer began. */
  firstByteMs: number;
  /** Until all of it was handed over: of a stream, until it ended. */
  ms: number;
  /** By the router's table. */
  route: string;
  upstream: string | undefined;
}

/** What the router finds out on its way. */
export interface Notes {
  user?: string;
  destination?: Destination;
}

interface ObserveOptions {
  now: () => number;
  /** Is called when it has begun, and gives what is called at its end. */
  begun: () => (observation: Observation) => void;
  client: string | undefined;
}

/**
 * Answers a request, and tells of it once: when its body has ended, was broken off, or its client has gone; of a connection that was
 * handed over (a WebSocket), as soon as it was.
 */
export async function observed<T extends Response | HandedOver>(
  request: Request,
  answer: (notes: Notes) => Promise<T>,
  options: ObserveOptions,
): Promise<T | Response> {
  const at = options.now();
  const started = performance.now();
  const notes: Notes = {};
  const ended = options.begun();
  const response = await answer(notes);
  const firstByteMs = performance.now() - started;
  const tell = (bytes: number): void => {
    const { client } = options;
    const ms = performance.now() - started;
    const said = { at, client, user: notes.user, method: request.method, path: pathWithoutSecrets(request.url), status: response.status };
    ended({ ...said, bytes, firstByteMs, ms, ...placeOf(notes.destination) });
  };
  if (!(response instanceof Response)) {
    tell(0);
    return response;
  }
  const length = response.headers.get('content-length');
  if (response.body && length === null) return counted(response, tell);
  tell(response.body ? Number(length) : 0);
  return response;
}

/** The same answer, of which the bytes are counted as they flow. */
function counted(response: Response, tell: (bytes: number) => void): Response {
  const reader = response.body?.getReader();
  let bytes = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await reader?.read();
          if (next && !next.done) {
            bytes += next.value.length;
            return controller.enqueue(next.value);
          }
          controller.close();
        } catch (fault) {
          controller.error(fault);
        }
        tell(bytes);
      },
      async cancel(reason) {
        tell(bytes);
        await reader?.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
}

const SECRETS = /token|password|secret|signature|credential|key/i;

/** A login link has its token in the query. */
export function pathWithoutSecrets(address: string): string {
  const url = new URL(address);
  for (const name of new Set(url.searchParams.keys())) if (SECRETS.test(name)) url.searchParams.set(name, '***');
  return url.pathname + url.search;
}

function placeOf(destination: Destination | undefined): Pick<Observation, 'route' | 'upstream'> {
  switch (destination?.kind) {
    case 'upstream':
      return { route: destination.route.path, upstream: destination.route.upstream };
    case 'service':
      return { route: '/service', upstream: undefined };
    case 'local':
      return { route: destination.answer, upstream: undefined };
    default:
      return { route: destination?.kind ?? 'refused', upstream: undefined };
  }
}
