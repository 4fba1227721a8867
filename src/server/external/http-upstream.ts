import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { Fetch } from '../../api/http/fetch.ts';
import { headersOf } from '../http/headers-of.ts';

/** No connection came about, so the upstream knows nothing of the request: another one may be asked instead. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

const CONNECT_TIMEOUT_MS = 3_000;
/** Connections at rest that are kept for the next request. */
const IDLE_CONNECTIONS = 32;
const LONGEST_HEADERS_BYTES = 64 * 1024;

const keeping = { keepAlive: true, maxFreeSockets: IDLE_CONNECTIONS };
const plainAgent = new HttpAgent(keeping);
const secureAgent = new HttpsAgent(keeping);
/** What users run has certificates of its own making. DC/OS does not check them either: the address is the cluster's word. */
const serviceAgent = new HttpsAgent({ ...keeping, rejectUnauthorized: false });

/**
 * A real server as a fetch function. What is below its URL is asked as it came, and its answer comes back as it is: bodies flow,
 * nothing is unpacked, no redirect is followed. The global fetch unpacks, which would only have to be packed again.
 * It is asked by its own name, since it may be one of several behind an address; `isService`: what a user runs is asked by the
 * name that the client used, and whatever its certificate says.
 * Rejects with Unreachable, or with what broke off; the request's signal ends it at any time.
 */
export function httpUpstream(base: URL, { isService = false }: { isService?: boolean } = {}): Fetch {
  const prefix = base.pathname.replace(/\/+$/, '');
  const ask: Ask = (request, onNewConnection) => {
    const { pathname, search } = new URL(request.url);
    const headers = isService ? Object.fromEntries(request.headers) : headersFor(base, request.headers);
    const options = { method: request.method, path: prefix + pathname + search, headers, ...(onNewConnection && { agent: false }) };
    return open(base, options, isService);
  };
  return (request) => exchange(request, base, ask, false);
}

type Ask = (request: Request, onNewConnection: boolean) => ClientRequest;

function exchange(request: Request, base: URL, ask: Ask, onNewConnection: boolean): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = ask(request, onNewConnection);
    const abort = (): void => void sent.destroy(new Error('The request was given up.'));
    if (request.signal.aborted) abort();
    request.signal.addEventListener('abort', abort, { once: true });
    sent.once('close', () => request.signal.removeEventListener('abort', abort));
    watchConnecting(sent);
    sent.once('response', (incoming) => answer(request, incoming, base).then(resolve, reject));
    sent.once('error', (fault: NodeJS.ErrnoException) => {
      if (isUnreachable(fault)) reject(new Unreachable(`${base.host}: ${fault.message}`));
      // a server may close a connection that rests at the moment that it is used again
      else if (sent.reusedSocket && fault.code === 'ECONNRESET' && isRepeatable(request))
        exchange(request, base, ask, true).then(resolve, reject);
      else reject(fault);
    });
    sendBody(request, sent);
  });
}

const isRepeatable = ({ method, body, signal }: Request): boolean => ['GET', 'HEAD'].includes(method) && !body && !signal.aborted;

/** What a browser says of the page that asks. It was checked against the name of this router, and would be foreign to another name. */
const OF_THE_PAGE = /^(?:origin|referer|sec-fetch-.*)$/;

function headersFor(base: URL, headers: Headers): Record<string, string> {
  return { ...Object.fromEntries([...headers].filter(([name]) => !OF_THE_PAGE.test(name))), host: base.host };
}

function open(base: URL, options: RequestOptions, isService: boolean): ClientRequest {
  const target = { host: base.hostname.replace(/^\[|\]$/g, ''), port: base.port, maxHeaderSize: LONGEST_HEADERS_BYTES };
  if (base.protocol === 'http:') return httpRequest({ agent: plainAgent, ...target, ...options });
  return httpsRequest({ agent: isService ? serviceAgent : secureAgent, rejectUnauthorized: !isService, ...target, ...options });
}

/** A machine that is gone answers nothing at all, and the system would wait for minutes. */
function watchConnecting(sent: ClientRequest): void {
  sent.once('socket', (socket) => {
    if (!socket.connecting) return;
    const timer = setTimeout(() => {
      sent.destroy(Object.assign(new Error(`no connection within ${CONNECT_TIMEOUT_MS / 1000} s`), { code: 'ETIMEDOUT' }));
    }, CONNECT_TIMEOUT_MS);
    const settled = (): void => clearTimeout(timer);
    socket.once('connect', settled);
    socket.once('close', settled);
  });
}

const NOT_REACHED = new Set(['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

function isUnreachable(fault: NodeJS.ErrnoException): boolean {
  return fault.code !== undefined && NOT_REACHED.has(fault.code);
}

function sendBody(request: Request, sent: ClientRequest): void {
  if (!request.body) return void sent.end();
  const body = Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>);
  body.once('error', (fault) => sent.destroy(fault));
  body.pipe(sent);
}

const NO_BODY = new Set([204, 205, 304]);

async function answer(request: Request, incoming: IncomingMessage, base: URL): Promise<Response> {
  const status = incoming.statusCode ?? 0;
  if (status < 200 || status > 599) {
    incoming.destroy();
    throw new Error(`${base.host} answered with the status ${status}, which there is not.`);
  }
  const headers = headersOf(incoming);
  const location = headers.get('location');
  if (location !== null) headers.set('location', withoutBase(location, base));
  if (request.method === 'HEAD' || NO_BODY.has(status)) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  return new Response(body, { status, statusText: incoming.statusMessage ?? '', headers });
}

/** A Location as if the server stood at `/` of the router: its own address and the path of its URL are not the client's to know. */
function withoutBase(location: string, base: URL): string {
  const absolute = /^(?:https?:)?\/\//i.test(location);
  if (!absolute && !location.startsWith('/')) return location;
  const url = URL.parse(location, base);
  if (!url || url.host !== base.host) return location;
  const prefix = base.pathname.replace(/\/+$/, '');
  const path = url.pathname === prefix || url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : url.pathname;
  return `${path || '/'}${url.search}${url.hash}`;
}
