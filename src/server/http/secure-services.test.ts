import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { recordingRouter, SERVER_TOKEN } from '../../adminrouter/testing/recording-router.ts';
import { json } from '../../api/http/fetch.ts';
import { httpUpstream } from '../external/http-upstream.ts';
import { readCertificate } from '../tls/certificate.ts';
import { serve } from './serve.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'secure-services-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
let certificate: { cert: string; key: string };
beforeAll(async () => void (certificate = await readCertificate('self-made', directory, ['localhost'])));
const toStop: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** A service with a certificate of its own making, which also takes WebSockets. */
async function secureService(): Promise<URL> {
  const server: Server = createServer(certificate, (_, response) => response.end('secret'));
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 101 Yes\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nwhispered'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  toStop.push(() => server.close());
  return new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

test('what users run is asked whatever its certificate says, the parts of a cluster are not', async () => {
  const url = await secureService();
  const ask = (isService: boolean): Promise<Response> => httpUpstream(url, { isService })(new Request('http://any/'));
  expect(await (await ask(true)).text()).toBe('secret');
  await expect(ask(false)).rejects.toThrow(/self-signed/);
});

test('a WebSocket by TLS goes on to a service by TLS', async () => {
  const { port } = await secureService();
  const labels = { DCOS_SERVICE_NAME: 'web', DCOS_SERVICE_SCHEME: 'https', DCOS_SERVICE_PORT_INDEX: '0' };
  const tasks = [{ state: 'TASK_RUNNING', host: '127.0.0.1', ports: [Number(port)] }];
  const { router } = recordingRouter({}, async () => json({ apps: [{ id: '/web', labels, tasks }] }));
  const door = await serve(router.fetch, { address: '127.0.0.1', port: 0, tls: true, upgrades: () => router });
  toStop.push(() => door.close());
  door.useCertificate(certificate);
  const socket = connect({ port: door.port, host: '127.0.0.1', servername: 'localhost', ca: certificate.cert });
  toStop.push(() => socket.destroy());
  let got = '';
  socket.on('data', (bytes) => (got += bytes.toString()));
  const headers = `host: localhost:${door.port}\r\nauthorization: token=${SERVER_TOKEN}\r\nconnection: upgrade\r\nupgrade: websocket`;
  socket.write(`GET /service/web/ HTTP/1.1\r\n${headers}\r\n\r\n`);
  await expect.poll(() => got).toMatch(/^HTTP\/1\.1 101 [^]*whispered$/);
});
