import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Attempt, Balancer, OpenVip } from '../../cluster/minuteman/sockets.ts';
import { ListenError } from '../http/serve.ts';

/** A backend that has not taken a connection by then counts as failed, and another one is tried. */
const CONNECT_WITHIN_MS = 2000;
/** Without a byte for this long a connection is taken for lost. */
const IDLE_MS = 3_600_000;
/** Read at a time: fewer and larger pieces carry more. */
const PIECE_BYTES = 256 * 1024;

/** Passes connections at an address on to the backends that the balancer chooses. Throws ListenError. */
export async function openTcpVip({ address, port }: { address: string; port: number }, balancer: Balancer): Promise<OpenVip> {
  const clients = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true, highWaterMark: PIECE_BYTES }, (client) => {
    clients.add(client);
    client.once('close', () => clients.delete(client));
    // who goes away before there is a backend
    client.on('error', () => {});
    void passOn(client, balancer);
  });
  try {
    server.listen({ host: address, port, backlog: 1024 });
    await once(server, 'listening');
  } catch (fault) {
    throw new ListenError(listenMessage(fault, address, port), { cause: fault });
  }
  // too many files at a time, for one: those who come later are served
  server.on('error', () => {});
  return {
    close({ cut }) {
      server.close();
      if (cut) for (const client of clients) client.destroy();
    },
  };
}

function listenMessage(fault: unknown, address: string, port: number): string {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} of ${address} is taken by another program: stop it, or give the VIP another port.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has: give the VIP one above 1023.`;
  return `Nothing can listen on ${address}:${port}: ${fault instanceof Error ? fault.message : String(fault)}.`;
}

/** Tries one backend after the other; a client for whom there is none is refused by a reset, as by a port where nobody listens. */
async function passOn(client: Socket, balancer: Balancer): Promise<void> {
  const tried = new Set<string>();
  for (let attempt = balancer.next(tried); attempt; attempt = balancer.next(tried)) {
    tried.add(attempt.id);
    const backend = await connectTo(attempt);
    if (backend) return join(client, backend, attempt);
  }
  client.resetAndDestroy();
}

function connectTo(attempt: Attempt): Promise<Socket | undefined> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const { ip: host, port } = attempt;
    const backend = connect({ host, port, allowHalfOpen: true, noDelay: true, timeout: CONNECT_WITHIN_MS });
    const fail = (): void => {
      backend.destroy();
      attempt.failed();
      resolve(undefined);
    };
    backend.once('timeout', fail);
    backend.once('error', fail);
    backend.once('connect', () => {
      backend.off('timeout', fail);
      backend.off('error', fail);
      attempt.connected(performance.now() - begun);
      resolve(backend);
    });
  });
}

/** Both ways until both have ended. A side that breaks is told to the other by a reset, so that nobody takes a part for the whole. */
function join(client: Socket, backend: Socket, attempt: Attempt): void {
  let left = 2;
  const told = { in: 0, out: 0 };
  const tell = (): void => {
    attempt.moved(backend.bytesWritten - told.in, backend.bytesRead - told.out);
    told.in = backend.bytesWritten;
    told.out = backend.bytesRead;
  };
  const counting = setInterval(tell, 1000).unref();
  for (const [socket, other] of [
    [client, backend],
    [backend, client],
  ] as const) {
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    socket.on('error', () => other.resetAndDestroy());
    socket.once('close', () => {
      other.destroy();
      if (--left > 0) return;
      clearInterval(counting);
      tell();
      attempt.closed();
    });
    socket.pipe(other);
  }
  // it may have gone while the backend was connected to
  if (client.destroyed) backend.destroy();
}
