import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { DnsTransport } from '../../cluster/mesos-dns/queries.ts';
import { ListenError } from '../http/serve.ts';
import { splitFrames, withLength } from './tcp-frames.ts';

/** The answer to a packet; undefined for none. */
export type AnswerPacket = (packet: Uint8Array, transport: DnsTransport) => Promise<Uint8Array | undefined>;

export interface DnsServer {
  address: string;
  port: number;
  close(): Promise<void>;
}

/** A client over TCP that says nothing for this long is hung up on (RFC 7766 wants seconds). */
const IDLE_MS = 10_000;
const MOST_CONNECTIONS = 256;

/** Puts DNS on a port of one address, over UDP and TCP. Port 0 takes any that is free for both. Throws ListenError. */
export async function serveDns(answer: AnswerPacket, { address, port }: { address: string; port: number }): Promise<DnsServer> {
  const connections = new Set<Socket>();
  const tcp = createServer((socket) => serveConnection(socket, answer, connections));
  tcp.maxConnections = MOST_CONNECTIONS;
  const udp = createSocket('udp4');
  try {
    await listenTcp(tcp, address, port);
    const taken = (tcp.address() as AddressInfo).port;
    await bindUdp(udp, address, taken);
    // a packet that could not be sent is the client's to ask for again
    udp.on('error', () => {});
    udp.on('message', (packet, from) => {
      void answer(packet, 'udp').then((response) => response && udp.send(response, from.port, from.address));
    });
    return { address, port: taken, close: () => closeAll(tcp, udp, connections) };
  } catch (fault) {
    await closeAll(tcp, udp, connections);
    throw new ListenError(
      `DNS cannot listen on ${address}:${port}: ${fault instanceof Error ? fault.message : String(fault)}. Say another port with --dns-port (0 takes any free one).`,
      { cause: fault },
    );
  }
}

async function listenTcp(server: Server, address: string, port: number): Promise<void> {
  server.listen(port, address);
  await once(server, 'listening');
}

async function bindUdp(socket: UdpSocket, address: string, port: number): Promise<void> {
  socket.bind(port, address);
  await once(socket, 'listening');
}

async function closeAll(tcp: Server, udp: UdpSocket, connections: Set<Socket>): Promise<void> {
  const closed: Promise<unknown>[] = [];
  if (tcp.listening) closed.push(once(tcp.close(), 'close'));
  if (isBound(udp)) closed.push(once(udp.close(), 'close'));
  for (const connection of connections) connection.destroy();
  await Promise.all(closed);
}

function isBound(socket: UdpSocket): boolean {
  try {
    return socket.address().port > 0;
  } catch {
    return false;
  }
}

function serveConnection(socket: Socket, answer: AnswerPacket, connections: Set<Socket>): void {
  connections.add(socket);
  socket.setTimeout(IDLE_MS, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.once('close', () => connections.delete(socket));
  let pending: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    const { packets, rest } = splitFrames(Buffer.concat([pending, chunk]));
    pending = rest;
    for (const packet of packets) {
      void answer(packet, 'tcp').then((response) => response && socket.writable && socket.write(withLength(response)));
    }
  });
}
