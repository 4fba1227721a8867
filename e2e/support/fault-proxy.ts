import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `pass`: as if it were not there. `hang`: nothing is answered any more, and nothing comes of streams, but no connection ends.
 * `bad-gateway`: streams end, and everything is answered with a page of HTML. `cut`: streams end in the middle of a record and cannot be
 * had again; all else passes.
 */
type Fault = 'pass' | 'hang' | 'bad-gateway' | 'cut';

/** A proxy in front of the server that can go wrong as those in front of real clusters do. */
export interface FaultProxy {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  fault(kind: Fault): void;
  /** How many streams of events flow through it. */
  streams(): number;
  close(): Promise<void>;
}

const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
const isStream = ({ method, url = '' }: IncomingMessage): boolean =>
  url.includes('/v2/events') || (method === 'POST' && url.endsWith('/mesos/api/v1'));

export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let kind: Fault = 'pass';
  const streams = new Set<ServerResponse>();

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method = 'GET', headers, url = '/' } = incoming;
    const passed = request(new URL(url, target), { method, headers }, (answer) => {
      if (kind === 'hang') return;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      if (isStream(incoming)) streams.add(outgoing);
      answer.on('data', (chunk: Buffer) => {
        if (kind !== 'hang') outgoing.write(chunk);
      });
      answer.on('end', () => kind !== 'hang' && outgoing.end());
      answer.on('error', () => outgoing.destroy());
    });
    passed.on('error', () => kind !== 'hang' && badGateway(outgoing));
    outgoing.on('close', () => {
      streams.delete(outgoing);
      passed.destroy();
    });
    incoming.pipe(passed);
  };

  const server = createServer((incoming, outgoing) => {
    if (kind === 'hang') return;
    if (kind === 'bad-gateway' || (kind === 'cut' && isStream(incoming))) badGateway(outgoing);
    else forward(incoming, outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault(next) {
      kind = next;
      if (next !== 'bad-gateway' && next !== 'cut') return;
      for (const stream of streams) {
        // the beginning of a record (and of an event) whose rest never comes
        stream.write('999\n{"type":"TASK_UPD');
        stream.destroy();
      }
    },
    streams: () => streams.size,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function badGateway(outgoing: ServerResponse): void {
  if (outgoing.headersSent) outgoing.destroy();
  else outgoing.writeHead(502, { 'content-type': 'text/html' }).end(BAD_GATEWAY);
}
