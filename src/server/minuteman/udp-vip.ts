import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Attempt, Balancer, OpenVip } from '../../cluster/minuteman/sockets.ts';
import { ListenError } from '../http/serve.ts';

/** A client that says nothing for this long has gone: UDP knows no end. */
const IDLE_MS = 30_000;
/** Clients at a time: what comes from more of them is dropped, as UDP may. */
const MOST_CLIENTS = 4096;

interface Session {
  attempt: Attempt;
  backend: Socket;
  timer: NodeJS.Timeout;
}

/** Passes datagrams at an address on to backends: all of one client go to the same one for as long as it keeps talking. */
export async function openUdpVip({ address, port }: { address: string; port: number }, balancer: Balancer): Promise<OpenVip> {
  const server = createSocket('udp4');
  const sessions = new Map<string, Session>();
  let closing = false;
  server.bind(port, address);
  await once(server, 'listening').catch((fault: unknown) => {
    throw new ListenError(`Nothing can listen on ${address}:${port} (UDP): ${fault instanceof Error ? fault.message : String(fault)}.`);
  });
  server.on('error', () => {});

  const end = (key: string): void => {
    const session = sessions.get(key);
    if (!session) return;
    sessions.delete(key);
    clearTimeout(session.timer);
    session.backend.close();
    session.attempt.closed();
    if (closing && sessions.size === 0) server.close();
  };
  function begin(key: string, client: RemoteInfo): Session | undefined {
    const attempt = sessions.size < MOST_CLIENTS && !closing ? balancer.next(new Set()) : undefined;
    if (!attempt) return undefined;
    const backend = createSocket('udp4');
    const session = { attempt, backend, timer: setTimeout(() => end(key), IDLE_MS).unref() };
    sessions.set(key, session);
    attempt.connected(0);
    backend.on('message', (datagram) => {
      session.timer.refresh();
      attempt.moved(0, datagram.length);
      server.send(datagram, client.port, client.address);
    });
    // a port where nobody listens: the next datagram goes to another backend
    backend.on('error', () => end(key));
    backend.connect(attempt.port, attempt.ip);
    return session;
  }
  server.on('message', (datagram, client) => {
    const key = `${client.address}:${client.port}`;
    const session = sessions.get(key) ?? begin(key, client);
    if (!session) return;
    session.timer.refresh();
    session.attempt.moved(datagram.length, 0);
    sendWhenConnected(session.backend, datagram);
  });
  return {
    close({ cut }) {
      closing = true;
      if (cut) for (const key of sessions.keys()) end(key);
      if (sessions.size === 0 && isOpen(server)) server.close();
    },
  };
}

function sendWhenConnected(socket: Socket, datagram: Buffer): void {
  if (isConnected(socket)) socket.send(datagram);
  else socket.once('connect', () => socket.send(datagram));
}

const isConnected = (socket: Socket): boolean => holds(() => socket.remoteAddress());
const isOpen = (socket: Socket): boolean => holds(() => socket.address());

/** Node tells the state of such a socket by what throws. */
function holds(ask: () => unknown): boolean {
  try {
    return ask() !== undefined;
  } catch {
    return false;
  }
}
