import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import { Socket } from 'node:net';
import { Readable, type Duplex } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { Dial, HandedOver } from '../../adminrouter/tunnel.ts';
import { asClient } from './current-client.ts';
import { dialService, lastLong, type Dialled } from './dial-service.ts';
import { headersOf } from './headers-of.ts';

/** Connections that become something else than HTTP: WebSockets. */
export interface Upgrades {
  /** Elsewhere a request for an upgrade is one like any other. */
  mayUpgrade(pathname: string): boolean;
  /** Opens the way by `dial`, or answers why not. */
  upgrade<T extends HandedOver>(request: Request, dial: Dial<T>): Promise<T | Response>;
}

export const wantsUpgrade = (upgrades: Upgrades | undefined, { headers, url = '/' }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket' && (upgrades?.mayUpgrade(url.split('?', 1)[0] ?? '/') ?? false);

/** Joins clients of the server with what they ask for, byte by byte. The function that is returned ends all connections that are. */
export function takeUpgrades(server: Server, find: () => Upgrades | undefined): () => void {
  const open = new Set<Duplex>();
  server.on('upgrade', (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    open.add(client);
    client.once('close', () => open.delete(client));
    passOn(incoming, client, head, find()).catch(() => client.destroy());
  });
  return () => {
    for (const client of open) client.destroy();
  };
}

async function passOn(incoming: IncomingMessage, client: Duplex, head: Buffer, upgrades: Upgrades | undefined): Promise<void> {
  // a connection that breaks is closed as well, which is all that is to be known of it
  client.on('error', () => {});
  const request = requestOf(incoming, client);
  if (!request || !upgrades) return void client.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
  const got = await asClient(incoming.socket, () => upgrades.upgrade(request, dialService));
  join(client, head, got instanceof Response ? refusal(got) : got);
}

function requestOf(incoming: IncomingMessage, client: Duplex): Request | undefined {
  const { host = '' } = incoming.headers;
  const scheme = 'encrypted' in client ? 'https' : 'http';
  const server = /^[\w.:[\]-]+$/.test(host) ? URL.parse(`${scheme}://${host}`) : undefined;
  const url = server && URL.parse(incoming.url ?? '/', server);
  if (incoming.method !== 'GET' || url?.host !== server?.host || !url) return undefined;
  const gone = new AbortController();
  client.once('close', () => gone.abort());
  return new Request(url, { headers: headersOf(incoming), signal: gone.signal });
}

/** The router's own answer. */
function refusal({ status, headers, body }: Response): Dialled {
  const closing = new Headers(headers);
  closing.set('connection', 'close');
  const rest = body ? Readable.fromWeb(body as NodeReadableStream<Uint8Array>) : Readable.from([]);
  return { status, headers: closing, head: new Uint8Array(), rest, far: undefined };
}

function join(client: Duplex, head: Buffer, { status, headers, head: farHead, rest, far, ended }: Dialled): void {
  rest.on('error', () => client.destroy());
  client.once('close', () => rest.destroy());
  const end = (): void => void client.destroy();
  ended?.addEventListener('abort', end);
  client.once('close', () => ended?.removeEventListener('abort', end));
  if (client.destroyed || ended?.aborted) return void rest.destroy();
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  client.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n`);
  client.write(farHead);
  // half of a connection is of no use: when one side has said all, both are done
  rest.pipe(client).once('finish', () => client.destroy());
  if (far && client instanceof Socket) lastLong(client);
  far?.write(head);
  if (far) client.pipe(far).once('finish', () => rest.destroy());
}
