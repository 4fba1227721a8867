import { request as httpRequest, type ClientRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import type { Tunnel } from '../../adminrouter/tunnel.ts';
import { headersOf } from './headers-of.ts';

/** What a service says to a request for a WebSocket. */
export interface Dialled {
  status: number;
  headers: Headers;
  /** What of the rest is there already. */
  head: Uint8Array;
  rest: Readable;
  /** Where the client's side goes; undefined when the service refused. */
  far: Writable | undefined;
  /** When it has to end, whoever still talks. */
  ended?: AbortSignal | undefined;
}

const HANDSHAKE_TIMEOUT_MS = 60_000;
const KEEP_ALIVE_MS = 60_000;

/** Asks a service for a WebSocket. Rejects when it does not answer. */
export function dialService(tunnel: Tunnel): Promise<Dialled> {
  const headersFor = (headers: Headers): Headers => tunnel.answerHeaders(new Response(null, { headers }));
  return new Promise((resolve, reject) => {
    const sent = ask(tunnel);
    sent.setTimeout(HANDSHAKE_TIMEOUT_MS, () => sent.destroy(new Error('It did not answer in time.')));
    sent.once('error', reject);
    sent.once('upgrade', (answer, socket, head) => {
      lastLong(socket);
      const headers = headersFor(headersOf(answer));
      headers.set('connection', 'Upgrade');
      headers.set('upgrade', 'websocket');
      resolve({ status: 101, headers, head, rest: socket, far: socket, ended: tunnel.ended });
    });
    sent.once('response', (answer) => {
      const headers = headersFor(headersOf(answer));
      headers.set('connection', 'close');
      resolve({ status: answer.statusCode ?? 502, headers, head: new Uint8Array(), rest: answer, far: undefined });
    });
    sent.end();
  });
}

/** Nobody owes anybody a byte from now on. Whether the other side is still there, TCP asks. */
export function lastLong(connection: Socket): void {
  connection.setTimeout(0);
  connection.setNoDelay(true);
  connection.setKeepAlive(true, KEEP_ALIVE_MS);
}

function ask({ url, path, headers }: Tunnel): ClientRequest {
  const options = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    path: url.pathname.replace(/\/+$/, '') + path,
    headers: { ...Object.fromEntries(headers), connection: 'Upgrade', upgrade: 'websocket' },
    // the connection is not for anybody else afterwards
    agent: false,
  };
  return url.protocol === 'https:' ? httpsRequest({ ...options, rejectUnauthorized: false }) : httpRequest(options);
}
