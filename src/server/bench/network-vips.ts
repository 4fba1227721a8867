import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { figureTable, type Figure } from './figures.ts';
import { pinThisProcess, startPinned } from './pinned.ts';
import { startStreamProxy } from './stream-proxy.ts';
import { alternate, time } from './samples.ts';

// `npm run bench:network`: connections through a VIP beside Debian's nginx as a plain stream proxy, in turns. Each has one processor
// of its own; clients and backend share the other.

const [PROXY_PROCESSOR, OTHER_PROCESSOR] = [0, 1];
const VIP_PORT = 23_310;
const NGINX_PORT = 23_311;
const MEGABYTES = 256;
const STREAMS = 4;
const CONNECTIONS = 1000;
const ROUNDS = 5;
const HEAD_BYTES = 4;
const PIECE = Buffer.alloc(1024 * 1024);

/** Is told first, in four bytes, how many come, and says so when they have: nginx passes no half-closed connections on. */
const backend = createServer((socket) => {
  let wanted = NaN;
  let bytes = 0;
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    if (Number.isNaN(wanted)) wanted = chunk.readUInt32BE() + HEAD_BYTES;
    bytes += chunk.length;
    if (bytes === wanted) socket.write('all');
  });
});
backend.listen({ host: '127.0.0.1', port: 0, backlog: 1024 });
await once(backend, 'listening');
const backendPort = (backend.address() as AddressInfo).port;

const openTo = (port: number): Socket => connect({ host: '127.0.0.1', port, noDelay: true });

function head(bytes: number): Buffer {
  const buffer = Buffer.alloc(HEAD_BYTES);
  buffer.writeUInt32BE(bytes);
  return buffer;
}

async function sendMegabytes(port: number, count: number): Promise<void> {
  const socket = openTo(port);
  const arrived = once(socket, 'data');
  socket.write(head(count * PIECE.length));
  for (let sent = 0; sent < count; sent++) if (!socket.write(PIECE)) await once(socket, 'drain');
  await arrived;
  socket.destroy();
}

const transfer = (port: number): Promise<number> =>
  time(() => Promise.all(Array.from({ length: STREAMS }, () => sendMegabytes(port, MEGABYTES / STREAMS))));

/** All are open at once before the first one ends. */
const manyConnections = (port: number): Promise<number> =>
  time(async () => {
    const sockets = Array.from({ length: CONNECTIONS }, () => openTo(port));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const arrived = sockets.map((socket) => once(socket, 'data'));
    for (const socket of sockets) socket.write(head(0));
    await Promise.all(arrived);
    for (const socket of sockets) socket.destroy();
  });

const command = [process.execPath, path.join(import.meta.dirname, 'vip-to-backend.ts'), String(VIP_PORT), String(backendPort)];
const vip = await startPinned(PROXY_PROCESSOR, command, /^port (\d+)$/);
const nginx = await startStreamProxy(PROXY_PROCESSOR, NGINX_PORT, backendPort);
await pinThisProcess(OTHER_PROCESSOR);
const bytes = await alternate(ROUNDS, { ours: () => transfer(VIP_PORT), nginx: () => transfer(NGINX_PORT) });
const many = await alternate(ROUNDS, { ours: () => manyConnections(VIP_PORT), nginx: () => manyConnections(NGINX_PORT) });
const beside = (samples: number[] | readonly number[]): Figure['comparedWith'] => ({ name: 'nginx stream', samples });
const figures: Figure[] = [
  { what: `${MEGABYTES} MB through a VIP, ${STREAMS} connections`, samples: bytes.ours, comparedWith: beside(bytes.nginx), atMost: 2 },
  { what: `${CONNECTIONS} connections at once`, samples: many.ours, comparedWith: beside(many.nginx), atMost: 2 },
];
await vip.stop();
await nginx.stop();
backend.close();
const [load = 0] = loadavg();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n\n${figureTable(figures)}`);
