import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fetch } from '../../api/http/fetch.ts';
import { serve, type HttpServer } from './serve.ts';
import { dropSlowClients } from './slow-clients.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

/** Sends bytes as they are, and gets all until the server hangs up. */
async function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let got = '';
  socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
  socket.on('error', () => {});
  socket.write(bytes);
  await once(socket, 'close');
  return got;
}

describe('bytes that are meant to be read in two ways', () => {
  async function start(): Promise<{ port: number; seen: string[] }> {
    const seen: string[] = [];
    const fetch: Fetch = async (request) => {
      seen.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`);
      return new Response('ok');
    };
    const server: HttpServer = await serve(fetch, { address: '127.0.0.1', port: 0 });
    opened.push(server);
    return { port: server.port, seen };
  }

  const inner = 'GET /hidden HTTP/1.1\r\nhost: localhost\r\n\r\n';
  test.each([
    ['two lengths', `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 0\r\ncontent-length: ${inner.length}\r\n\r\n${inner}`],
    [
      'a length and chunks',
      `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
    ],
    ['chunks under a name of its own', `POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: xchunked\r\n\r\n0\r\n\r\n${inner}`],
    ['a space before the colon', `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length : ${inner.length}\r\n\r\n${inner}`],
    ['a folded header', `POST / HTTP/1.1\r\nhost: localhost\r\nx-a: b\r\n content-length: ${inner.length}\r\n\r\n${inner}`],
    ['a negative length', `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n${inner}`],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a control character in a header', 'GET / HTTP/1.1\r\nhost: localhost\r\nx-a: b\u0000c\r\n\r\n'],
    ['a second version', 'GET / HTTP/1.1 HTTP/1.1\r\nhost: localhost\r\n\r\n'],
  ])('%s: refused, and what is behind is not looked at', async (_what, bytes) => {
    const { port, seen } = await start();
    expect(await exchange(port, bytes)).toMatch(/^HTTP\/1\.1 400 /);
    expect(seen.filter((one) => one.includes('hidden'))).toEqual([]);
  });

  test('headers of more than 16 KiB are refused with 431', async () => {
    const { port, seen } = await start();
    const cookie = 'a=b; '.repeat(4_000);
    expect(await exchange(port, `GET / HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(seen).toEqual([]);
  });
});

describe('a slow client', () => {
  const IDLE_MS = 150;

  async function start(answer: (outgoing: ServerResponse) => void): Promise<number> {
    const server: Server = createServer((incoming, outgoing) => {
      incoming.resume();
      answer(outgoing);
    });
    dropSlowClients(server, IDLE_MS);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push({ close: () => (server.closeAllConnections(), server.close()) });
    return (server.address() as AddressInfo).port;
  }
  const client = (port: number, text: string): Socket => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(text);
    return socket;
  };

  test('that stops in the middle of its body is hung up on', async () => {
    const port = await start(() => {});
    const socket = client(port, 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nbegun');
    await once(socket.resume(), 'close');
  });

  test('that does not fetch its answer is hung up on', async () => {
    const closed = Promise.withResolvers<void>();
    const port = await start((outgoing) => {
      outgoing.once('close', () => closed.resolve());
      outgoing.end(Buffer.alloc(64 * 1024 * 1024));
    });
    const socket = client(port, 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    socket.pause();
    await closed.promise;
    socket.destroy();
  });

  test('that became a WebSocket may be silent', async () => {
    const server: Server = createServer();
    dropSlowClients(server, IDLE_MS);
    server.on('upgrade', (_incoming, socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    );
    server.on('request', (incoming) => incoming.resume());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const upgraded = client(port, 'GET / HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n');
    await once(upgraded, 'data');
    for (let turn = 0; turn < 2; turn++)
      await once(client(port, 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nbegun').resume(), 'close');
    expect(upgraded.closed).toBe(false);
    upgraded.destroy();
    server.close();
  });

  test('that waits for events may wait', async () => {
    const answers: ServerResponse[] = [];
    const port = await start((outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      answers.push(outgoing);
    });
    const slow = client(port, 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nbegun');
    const waiting = client(port, 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(waiting, 'data');
    // the one that owes something is gone, so the same time has passed for the one that does not; and once more
    await once(slow.resume(), 'close');
    await once(client(port, 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nbegun').resume(), 'close');
    expect(waiting.destroyed).toBe(false);
    const event = once(waiting, 'data');
    for (const outgoing of answers) if (!outgoing.destroyed) outgoing.write('data: x\n\n');
    expect(String((await event)[0])).toContain('data: x');
    waiting.destroy();
  });
});
