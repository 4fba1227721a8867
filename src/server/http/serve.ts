import { createAdaptorServer } from '@hono/node-server';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer, Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Fetch } from '../../api/http/fetch.ts';
import { asClient } from './current-client.ts';
import { dropSlowClients } from './slow-clients.ts';
import { takeUpgrades, wantsUpgrade, type Upgrades } from './upgrades.ts';

export interface HttpServer {
  port: number;
  /** Of TLS, for connections from now on; there are none before. PEM texts. */
  useCertificate(certificate: { cert: string; key: string }): void;
  /** Stops taking connections, ends open streams, and resolves when all is closed. */
  close(): Promise<void>;
}

/** The port cannot be had; `message` is one line for the user. */
export class ListenError extends Error {
  override name = 'ListenError';
}

const HEADERS_TIMEOUT_MS = 10_000;
/** How often that and the like are looked at. */
const CHECK_MS = 5_000;
/** Of a request's first line and headers together; as in nginx, one is refused with 431 past that. */
const HEADER_BYTES = 16_384;
const HEADERS = 200;
/** More than a thousand viewers with two streams each; further ones are hung up on, and what is open goes on. */
const CONNECTIONS = 8_192;
const KEEP_ALIVE_MS = 65_000;

/**
 * Puts a fetch function on a port of one address. Bodies stream both ways, and a client that goes away aborts the
 * request's signal. `tls`: it speaks nothing else, and is given its certificate later. Throws ListenError.
 */
export async function serve(
  fetch: Fetch,
  options: { address: string; port: number; upgrades?: () => Upgrades | undefined; tls?: boolean },
): Promise<HttpServer> {
  const upgrades = (): Upgrades | undefined => options.upgrades?.();
  const server = createAdaptorServer({
    fetch: async (request, { incoming, outgoing }) =>
      hangUpWhenBroken(await asClient(incoming.socket, () => fetch(request)), () => void outgoing.destroy()),
    overrideGlobalObjects: false,
    createServer: options.tls ? createTlsServer : createServer,
    serverOptions: {
      shouldUpgradeCallback: (incoming: IncomingMessage) => wantsUpgrade(upgrades(), incoming),
      maxHeaderSize: HEADER_BYTES,
      connectionsCheckingInterval: CHECK_MS,
      handshakeTimeout: HEADERS_TIMEOUT_MS,
    },
  }) as Server | TlsServer;
  const endUpgraded = takeUpgrades(server, upgrades);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.maxHeadersCount = HEADERS;
  server.maxConnections = CONNECTIONS;
  // a body may take its time (an upload) as long as it goes on
  server.requestTimeout = 0;
  dropSlowClients(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(new ListenError(listenMessage(fault, options))));
    server.listen(options.port, options.address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    useCertificate(certificate) {
      if (server instanceof TlsServer) server.setSecureContext(certificate);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        endUpgraded();
      }),
  };
}

/**
 * A body that breaks half-way, as of a reader of events that has not kept up, ends the connection at once: its client must
 * not take what it has for everything. Left to itself the adaptor would also print a stack trace on stderr.
 */
function hangUpWhenBroken(response: Response, hangUp: () => void): Response {
  if (!response.body || response.headers.has('content-length')) return response;
  const reader = response.body.getReader();
  reader.closed.catch(hangUp);
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await reader.read().catch(() => undefined);
        if (chunk?.done) controller.close();
        // after a fault there is nothing to add: the closed connection cancels this stream
        else if (chunk) controller.enqueue(chunk.value);
      },
      cancel: (reason) => reader.cancel(reason).catch(() => {}),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
}

function listenMessage(fault: NodeJS.ErrnoException, { address, port }: { address: string; port: number }): string {
  if (fault.code === 'EADDRINUSE')
    return `Port ${port} is in use on ${address}: stop what uses it, or say another with --port (0 takes any free one).`;
  if (fault.code === 'EACCES') return `Port ${port} needs more rights than this user has: say one above 1023 with --port.`;
  return `Cannot listen on ${address}:${port}: ${fault.message}.`;
}
