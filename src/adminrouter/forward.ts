import type { Fetch } from '../api/http/fetch.ts';
import { RouterFault } from './router-fault.ts';
import { answerHeaders, requestHeaders, type HeaderRules } from './upstream-headers.ts';

export interface ForwardTarget extends HeaderRules {
  /** How the upstream is called in errors: its path at the router. */
  name: string;
  /** The upstream's own path, escaped as the client sent it. */
  path: string;
}

export interface ForwardOptions {
  /** Without progress for so long, the upstream is taken for dead: 504. */
  timeoutMs: number;
  clientAddress: string | undefined;
}

/**
 * Passes a request to an upstream and its answer back, both as they flow. Redirects are the client's to follow. A client that
 * goes away aborts the upstream. Throws RouterFault: 502 when the upstream fails, 504 when nothing moves until its answer begins.
 */
export async function forward(request: Request, upstream: Fetch, target: ForwardTarget, options: ForwardOptions): Promise<Response> {
  const deadline = new AbortController();
  const silence = idleTimer(options.timeoutMs, () => deadline.abort());
  const signal = AbortSignal.any([request.signal, deadline.signal]);
  try {
    const asked = await upstreamRequest(request, target, {
      signal,
      clientAddress: options.clientAddress,
      onProgress: () => silence.restart(),
    });
    const answer = await unlessAborted(upstream(asked), signal);
    return new Response(answer.body, {
      status: answer.status,
      statusText: answer.statusText,
      headers: answerHeaders(answer, request, target),
    });
  } catch (fault) {
    const { name } = target;
    if (request.signal.aborted) throw new RouterFault(499, 'The client went away.');
    if (deadline.signal.aborted) throw new RouterFault(504, `The service behind ${name} did not answer in time. Try again in a moment.`);
    throw unreachable(name, fault);
  } finally {
    silence.stop();
  }
}

export function unreachable(name: string, cause: unknown): RouterFault {
  return new RouterFault(502, `The service behind ${name} cannot be reached. It may be starting or down: try again in a moment.`, {
    cause,
  });
}

interface Flow {
  signal: AbortSignal;
  clientAddress: string | undefined;
  onProgress: () => void;
}

async function upstreamRequest(request: Request, target: ForwardTarget, flow: Flow): Promise<Request> {
  const url = new URL(request.url);
  const body = await bodyOf(request, flow.onProgress);
  const init: RequestInit & { duplex?: 'half' } = {
    method: request.method,
    headers: requestHeaders(request, target, flow.clientAddress),
    redirect: 'manual',
    signal: flow.signal,
    ...(body && { body, duplex: 'half' }),
  };
  return new Request(`${url.origin}${target.path}${url.search}`, init);
}

async function bodyOf(request: Request, onProgress: () => void): Promise<ReadableStream<Uint8Array> | Blob | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  // a browser without streams in requests (where the router runs in the page) has no `body`, but the bytes
  if (request.body === undefined) return request.blob();
  const progress = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      onProgress();
      controller.enqueue(chunk);
    },
  });
  return request.body?.pipeThrough(progress);
}

/** The answer, or a rejection as soon as the signal is aborted: an upstream need not heed it. A late answer is thrown away. */
function unlessAborted(answer: Promise<Response>, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason);
      answer.then((late) => late.body?.cancel()).catch(() => {});
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function idleTimer(ms: number, onIdle: () => void): { restart(): void; stop(): void } {
  let id = setTimeout(onIdle, ms);
  return {
    restart() {
      clearTimeout(id);
      id = setTimeout(onIdle, ms);
    },
    stop: () => clearTimeout(id),
  };
}
