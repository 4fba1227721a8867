import { createSocket } from 'node:dgram';
import { getServers } from 'node:dns';
import { connect } from 'node:net';
import type { DnsTransport } from '../../cluster/mesos-dns/queries.ts';
import { splitFrames, withLength } from './tcp-frames.ts';

const WITHIN_MS = 3000;
const DNS_PORT = 53;
/** Questions under way at a time: what comes beyond is not asked, so that a flood does not take all of the sockets. */
const MOST_AT_ONCE = 128;

interface Resolver {
  host: string;
  port: number;
}

/** Asks the resolvers that this host uses, one after the other, and gives the answer of the first that has one as it is. */
export function createResolverClient(servers: readonly string[] = getServers()) {
  const resolvers = servers.map(resolverOf);
  let underWay = 0;
  return async (packet: Uint8Array, transport: DnsTransport): Promise<Uint8Array | undefined> => {
    if (underWay >= MOST_AT_ONCE) return undefined;
    underWay++;
    try {
      for (const resolver of resolvers) {
        const response = await (transport === 'udp' ? askByUdp(resolver, packet) : askByTcp(resolver, packet));
        if (response) return response;
      }
      return undefined;
    } finally {
      underWay--;
    }
  };
}

/** `10.0.0.2`, `10.0.0.2:5353`, `fe80::1`, `[fe80::1]:5353`. */
function resolverOf(server: string): Resolver {
  const [, host = server, port] = /^\[?([^\]]*?)\]?(?::(\d+))?$/.exec(server.replace(/^([^[:]*:[^[]*:.*)$/, '[$1]')) ?? [];
  return { host, port: Number(port ?? DNS_PORT) };
}

/** Only the resolver that was asked is heard, with the id that was asked with. */
function askByUdp({ host, port }: Resolver, packet: Uint8Array): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
    const timer = setTimeout(() => end(undefined), WITHIN_MS);
    const end = (response: Uint8Array | undefined): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.close();
      resolve(response);
    };
    socket.once('error', () => end(undefined));
    socket.on('message', (response) => {
      if (response[0] === packet[0] && response[1] === packet[1]) end(response);
    });
    socket.connect(port, host, () => socket.send(packet));
  });
}

function askByTcp({ host, port }: Resolver, packet: Uint8Array): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: WITHIN_MS });
    const end = (response: Uint8Array | undefined): void => {
      socket.destroy();
      resolve(response);
    };
    let received: Buffer = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const [response] = splitFrames(received).packets;
      if (response) end(response);
    });
    for (const event of ['timeout', 'error', 'close'] as const) socket.once(event, () => end(undefined));
    socket.write(withLength(packet));
  });
}
