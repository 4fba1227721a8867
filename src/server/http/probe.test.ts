import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { probeNetwork } from './probe.ts';

const server = createServer((request, response) => {
  if (request.url === '/hang') return;
  response
    .writeHead(Number(request.url?.slice(1)) || 200, { 'content-type': 'text/plain' })
    .end(request.url === '/long' ? 'x'.repeat(100_000) : 'said');
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const probe = (kind: 'http' | 'https' | 'tcp', path = '/', timeoutMs = 2000) =>
  probeNetwork({ kind, host: '127.0.0.1', port, path, timeoutMs });

test('an HTTP check is healthy from 200 to 399 and says the status otherwise', async () => {
  expect(await probe('http', '/200')).toEqual({ ok: true });
  expect(await probe('http', '302')).toEqual({ ok: true });
  expect(await probe('http', '/503')).toEqual({ ok: false, cause: '503 Service Unavailable' });
});

test('the response is told to those who want it, whatever its status, and cut where it gets too long', async () => {
  const ask = (path: string) => probeNetwork({ kind: 'http', host: '127.0.0.1', port, path, timeoutMs: 2000, withResponse: true });
  expect(await ask('/503')).toEqual({
    ok: false,
    cause: '503 Service Unavailable',
    response: { status: 503, contentType: 'text/plain', body: 'said' },
  });
  expect((await ask('/long')).response?.body).toHaveLength(65_536);
});

test('a check that gets no answer in time fails with that cause', async () => {
  expect(await probe('http', '/hang', 100)).toEqual({ ok: false, cause: 'no answer within 0.1 s' });
});

test('a TCP check needs nothing but a connection', async () => {
  expect(await probe('tcp')).toEqual({ ok: true });
  const closed = await probeNetwork({ kind: 'tcp', host: '127.0.0.1', port: 1, path: '', timeoutMs: 1000 });
  expect(closed.ok).toBe(false);
  expect(closed.cause).toContain('ECONNREFUSED');
});

test('an HTTPS check of a plain port fails', async () => {
  expect((await probe('https')).ok).toBe(false);
});
