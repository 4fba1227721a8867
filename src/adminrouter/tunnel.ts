import { unreachable, type ForwardTarget } from './forward.ts';
import { answerHeaders, requestHeaders } from './upstream-headers.ts';

/** The way of a connection that is to become something else than HTTP (a WebSocket) to the service that it is for. */
export interface Tunnel {
  /** Scheme, host and port of the service. */
  url: URL;
  /** Path and query that the service is asked for. */
  path: string;
  /** What it is asked with, save for what is of the connection itself. */
  headers: Headers;
  /** What the client gets of the headers of its answer. */
  answerHeaders(answer: Response): Headers;
  /** When the session ends that it is given to, and so has the connection to. */
  ended: AbortSignal | undefined;
}

/** What became of a connection: 101, or another status where the service refused. */
export interface HandedOver {
  status: number;
}

/** Opens a way; rejects when the service cannot be reached. */
export type Dial<T extends HandedOver> = (tunnel: Tunnel) => Promise<T>;

interface TunnelOptions {
  url: URL;
  target: ForwardTarget;
  clientAddress: string | undefined;
  ended: AbortSignal | undefined;
}

/** Takes the request of a client to the service at `url`. Throws RouterFault 502. */
export async function dialService<T extends HandedOver>(
  request: Request,
  { url, target, clientAddress, ended }: TunnelOptions,
  dial: Dial<T>,
): Promise<T> {
  try {
    return await dial({
      url,
      path: target.path + new URL(request.url).search,
      headers: requestHeaders(request, target, clientAddress),
      ended,
      answerHeaders: (answer) => answerHeaders(answer, request, target),
    });
  } catch (fault) {
    throw unreachable(target.name, fault);
  }
}
