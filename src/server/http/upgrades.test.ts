import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AdminRouter, AdminRouterOptions } from '../../adminrouter/admin-router.ts';
import { recordingRouter, SERVER_TOKEN } from '../../adminrouter/testing/recording-router.ts';
import { json } from '../../api/http/fetch.ts';
import { upgradesUnderBasePath } from './base-path.ts';
import { serve, type HttpServer } from './serve.ts';
import { dropSlowClients } from './slow-clients.ts';
import { takeUpgrades } from './upgrades.ts';

const toStop: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** A service that takes connections over, greets, and says what it hears in capitals. */
async function shoutingService(): Promise<{ port: number; asked: IncomingMessage[]; sockets: Socket[] }> {
  const asked: IncomingMessage[] = [];
  const sockets: Socket[] = [];
  const server = createServer();
  server.on('upgrade', (request, socket: Socket) => {
    asked.push(request);
    if (request.url === '/hangs-up') return socket.destroy();
    sockets.push(socket);
    socket.write('HTTP/1.1 101 Yes\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: right\r\n');
    socket.write('Set-Cookie: own=1\r\nSet-Cookie: dcos-acs-auth-cookie=forged\r\n\r\nhello ');
    socket.on('data', (bytes) => socket.write(bytes.toString().toUpperCase()));
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  toStop.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked, sockets };
}

/** A router that knows the service `shout`. */
function routerTo(servicePort: number, options: Partial<AdminRouterOptions> = {}): AdminRouter {
  const labels = { DCOS_SERVICE_NAME: 'shout', DCOS_SERVICE_SCHEME: 'http', DCOS_SERVICE_PORT_INDEX: '0' };
  const tasks = [{ state: 'TASK_RUNNING', host: '127.0.0.1', ports: [servicePort] }];
  const apps = [{ id: '/shout', labels, tasks }];
  return recordingRouter({ clientAddress: () => '127.0.0.9', ...options }, async () => json({ apps })).router;
}

/** The same on a port. */
async function gateway(
  servicePort: number,
  options: Partial<AdminRouterOptions> = {},
  base = '/',
): Promise<HttpServer & { router: AdminRouter }> {
  const router = routerTo(servicePort, options);
  const http = await serve(router.fetch, { address: '127.0.0.1', port: 0, upgrades: () => upgradesUnderBasePath(router, base) });
  toStop.push(() => http.close());
  return { ...http, router };
}

interface Client {
  socket: Socket;
  /** Resolves to what has come, as soon as it has that text. */
  until: (text: string) => Promise<string>;
}

function client(port: number, path: string, headers: Record<string, string> = {}, after = ''): Client {
  const socket = connect(port, '127.0.0.1');
  const sent = {
    host: `127.0.0.1:${port}`,
    connection: 'Upgrade',
    upgrade: 'websocket',
    authorization: `token=${SERVER_TOKEN}`,
    ...headers,
  };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n${after}`);
  let got = '';
  socket.on('data', (bytes) => (got += bytes.toString()));
  socket.on('error', () => {});
  toStop.push(() => socket.destroy());
  return { socket, until: (text) => vi.waitFor(() => (expect(got).toContain(text), got), { timeout: 5_000, interval: 5 }) };
}

describe('a WebSocket to a service', () => {
  test('goes through both ways from the first byte on, in the name of the client', async () => {
    const service = await shoutingService();
    const { port } = await gateway(service.port);
    const cookie = 'dcos-acs-auth-cookie=secret; own=1';
    const { socket, until } = client(port, '/service/shout/a%2Fb?c=d', { cookie, 'sec-websocket-key': 'key' }, 'at once');
    const answer = await until('hello AT ONCE');
    expect(answer).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\n/);
    expect(answer.toLowerCase()).toContain('sec-websocket-accept: right\r\n');
    expect(answer).toContain('set-cookie: own=1\r\n');
    expect(answer).not.toContain('forged');
    socket.write(' and later');
    await until('hello AT ONCE AND LATER');
    const [asked] = service.asked;
    expect(asked?.url).toBe('/a%2Fb?c=d');
    expect(asked?.headers).toMatchObject({
      connection: 'Upgrade',
      upgrade: 'websocket',
      host: `127.0.0.1:${port}`,
      cookie: 'own=1',
      'sec-websocket-key': 'key',
      'x-forwarded-for': '127.0.0.9',
    });
    expect(asked?.headers.authorization).toBeUndefined();
  });

  test('ends at both ends when either ends, and with the server', async () => {
    const service = await shoutingService();
    const http = await gateway(service.port);
    const first = client(http.port, '/service/shout/');
    await first.until('hello');
    first.socket.destroy();
    await vi.waitFor(() => expect(service.sockets[0]?.readableEnded).toBe(true));
    const second = client(http.port, '/service/shout/');
    await second.until('hello');
    service.sockets[1]?.destroy();
    await once(second.socket, 'close');
    const third = client(http.port, '/service/shout/');
    await third.until('hello');
    await http.close();
    await vi.waitFor(() => expect([third.socket.closed, service.sockets[2]?.readableEnded]).toEqual([true, true]));
  });

  test('may be silent for as long as it likes', async () => {
    const service = await shoutingService();
    const router = routerTo(service.port);
    const server = createServer();
    dropSlowClients(server);
    toStop.push(
      takeUpgrades(server, () => router),
      () => server.close(),
    );
    const connected = once(server, 'connection') as Promise<[Socket]>;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { until } = client((server.address() as AddressInfo).port, '/service/shout/');
    const [socket] = await connected;
    await until('hello');
    expect(socket.timeout).toBe(0);
  });

  test('is told of like a request, with what the service said', async () => {
    const service = await shoutingService();
    const told: [number, string, string | undefined][] = [];
    const { port } = await gateway(service.port, { onAnswer: ({ status, path, client: from }) => told.push([status, path, from]) });
    await client(port, '/service/shout/chat?token=x').until('hello');
    await client(port, '/service/nothing/').until('404');
    expect(told).toEqual([
      [101, '/service/shout/chat?token=***', '127.0.0.9'],
      [404, '/service/nothing/', '127.0.0.9'],
    ]);
  });

  test('ends with the session that it was opened by', async () => {
    const service = await shoutingService();
    const { port, router } = await gateway(service.port);
    const answer = await router.fetch(new Request(`http://m1.localhost${router.loginLink()}`));
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';', 1)[0])
      .join('; ');
    const { socket, until } = client(port, '/service/shout/', { authorization: '', cookie });
    await until('hello');
    await router.fetch(new Request('http://m1.localhost/acs/api/v1/auth/logout', { headers: { cookie } }));
    if (!socket.closed) await once(socket, 'close');
    await vi.waitFor(() => expect(service.sockets[0]?.readableEnded).toBe(true));
  });

  test('below a base path', async () => {
    const service = await shoutingService();
    const { port } = await gateway(service.port, {}, '/dcos/');
    await client(port, '/dcos/service/shout/x').until('hello');
    expect(service.asked[0]?.url).toBe('/x');
  });
});

describe('no WebSocket', () => {
  test.each([
    ['without a login', '/service/shout/', { authorization: '' }, {}, 401],
    ['for a page of another site', '/service/shout/', { authorization: '', origin: 'http://evil.example' }, {}, 403],
    ['for a host that is not ours', '/service/shout/', { host: 'evil.example' }, {}, 421],
    ['for a host that is none', '/service/shout/', { host: 'x@127.0.0.1' }, {}, 400],
    ['where nothing is to be changed', '/service/shout/', {}, { readOnly: true }, 403],
    ['to a service that there is not', '/service/nothing/', {}, {}, 404],
    ['to a service that hangs up', '/service/shout/hangs-up', {}, {}, 502],
  ])('%s: it is refused and the connection closed', async (_, path, headers, options, status) => {
    const service = await shoutingService();
    const { port } = await gateway(service.port, options);
    const { socket, until } = client(port, path, headers);
    expect(await until('\r\n\r\n')).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^]*connection: close`));
    if (!socket.closed) await once(socket, 'close');
    expect(service.sockets).toEqual([]);
  });

  test('where there are none: the request is one like any other', async () => {
    const { port } = await gateway(1);
    const answer = await client(port, '/service/marathon/v2/apps').until('/shout');
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
  });

  test('by a service that speaks HTTP only: its refusal arrives whole', async () => {
    const plain = createServer((_, response) => {
      response.writeHead(401, { 'www-authenticate': 'Basic' });
      response.write('not without ');
      response.end('a name');
    });
    plain.listen(0, '127.0.0.1');
    await once(plain, 'listening');
    toStop.push(() => plain.close());
    const { port } = await gateway((plain.address() as AddressInfo).port);
    const { socket, until } = client(port, '/service/shout/');
    const answer = await until('not without a name');
    expect(answer).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n[^]*www-authenticate: Basic/);
    expect(answer).not.toContain('transfer-encoding');
    if (!socket.closed) await once(socket, 'close');
  });
});
