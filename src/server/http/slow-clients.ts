import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Without a byte for so long, a client that owes one is taken for dead. */
export const CLIENT_IDLE_MS = 60_000;

interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

/**
 * Ends connections on which nothing moves although something should: a body that stopped half-way, and an answer that is not fetched. One
 * who waits for events owes nothing, and may wait for ever.
 */
export function dropSlowClients(server: Server, idleMs = CLIENT_IDLE_MS): void {
  const exchanges = new WeakMap<Socket, Exchange>();
  server.timeout = idleMs;
  server.on('request', (incoming, outgoing) => {
    exchanges.set(incoming.socket, { incoming, outgoing });
    outgoing.once('close', () => {
      if (exchanges.get(incoming.socket)?.incoming === incoming) exchanges.delete(incoming.socket);
    });
  });
  server.on('timeout', (socket: Socket) => {
    const exchange = exchanges.get(socket);
    const waits = exchange && exchange.incoming.complete && exchange.outgoing.writableLength === 0 && socket.writableLength === 0;
    // the timer runs once, and again only after something moved
    if (waits) socket.setTimeout(idleMs);
    else socket.destroy();
  });
}
