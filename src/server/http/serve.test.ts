import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Fetch } from '../../api/http/fetch.ts';
import { createAssets } from './assets.ts';
import { ListenError, serve, type HttpServer } from './serve.ts';

const servers: HttpServer[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(fetch: Fetch): Promise<{ url: string; port: number }> {
  const server = await serve(fetch, { address: '127.0.0.1', port: 0 });
  servers.push(server);
  return { url: `http://127.0.0.1:${server.port}`, port: server.port };
}

describe('the HTTP server', () => {
  test('hands requests over and answers back, with bodies and headers', async () => {
    const { url } = await start(
      async (request) =>
        new Response(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`, {
          status: 201,
          headers: { 'x-seen': request.headers.get('x-sent') ?? '' },
        }),
    );
    const answer = await fetch(`${url}/v2/apps/%2Fa`, { method: 'POST', body: 'hello', headers: { 'x-sent': 'yes' } });
    expect([answer.status, answer.headers.get('x-seen'), await answer.text()]).toEqual([201, 'yes', 'POST /v2/apps/%2Fa hello']);
  });

  test('passes a stream on piece by piece and tells when the client has gone', async () => {
    const gone = Promise.withResolvers<void>();
    let push: (text: string) => void = () => {};
    const { url } = await start(async (request) => {
      request.signal.addEventListener('abort', () => gone.resolve());
      return new Response(
        new ReadableStream({ start: (controller) => void (push = (text) => controller.enqueue(new TextEncoder().encode(text))) }),
        { headers: { 'content-type': 'text/event-stream' } },
      );
    });
    const abort = new AbortController();
    const answer = await fetch(url, { signal: abort.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    push('first');
    expect((await reader?.read())?.value).toBe('first');
    push('second');
    expect((await reader?.read())?.value).toBe('second');
    abort.abort();
    await gone.promise;
  });

  test('hangs up where a body breaks half-way, also on who does not read, without a word on stderr', async () => {
    const complaints = vi.spyOn(console, 'error');
    const bodies: ReadableStreamDefaultController<Uint8Array>[] = [];
    const { url, port } = await start(
      async () => new Response(new ReadableStream({ start: (controller) => void bodies.push(controller) }, { highWaterMark: 0 })),
    );
    const answer = await fetch(url);
    bodies[0]?.enqueue(new TextEncoder().encode('half'));
    const text = answer.text();
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    for (const body of bodies) body.enqueue(new Uint8Array(8 * 1024 * 1024));
    for (const body of bodies) body.error(new Error('The reader has not kept up.'));
    await expect(text).rejects.toThrow();
    socket.resume();
    await closed;
    expect(complaints).not.toHaveBeenCalled();
  });

  test('says in one line that the port is taken', async () => {
    const { port } = await start(async () => new Response());
    await expect(serve(async () => new Response(), { address: '127.0.0.1', port })).rejects.toThrow(
      new ListenError(`Port ${port} is in use on 127.0.0.1: stop what uses it, or say another with --port (0 takes any free one).`),
    );
  });

  test('closes with clients still connected', async () => {
    const server = await serve(async () => new Response(new ReadableStream()), { address: '127.0.0.1', port: 0 });
    const socket = connect(server.port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.on('error', () => {});
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    await server.close();
    await closed;
  });
});

describe('the built pages', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'pages-'));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  test('are served with the right type, compressed and cached, and other paths are the page', async () => {
    mkdirSync(path.join(directory, 'assets'), { recursive: true });
    writeFileSync(path.join(directory, 'index.html'), '<!doctype html><title>page</title>');
    writeFileSync(path.join(directory, 'assets/main-abc.js'), `console.log(${'1 + '.repeat(1000)}1)`);
    writeFileSync(path.join(directory, '../outside.txt'), 'secret');
    const assets = createAssets(directory);
    const get = (url: string, headers: Record<string, string> = {}) => assets(new Request(`http://m1.localhost${url}`, { headers }));

    const script = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip, br' });
    expect([script.headers.get('content-type'), script.headers.get('content-encoding'), script.headers.get('cache-control')]).toEqual([
      'text/javascript;charset=utf-8',
      'br',
      'public, max-age=31536000, immutable',
    ]);
    expect((await get('/assets/main-abc.js', { 'if-none-match': script.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await get('/assets/main-abc.js', { 'accept-encoding': 'br;q=0, gzip' })).headers.get('content-encoding')).toBe('gzip');

    for (const page of ['/', '/marathon/apps/%2Fredis', '/some.name']) {
      const answer = await get(page);
      expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([
        200,
        'no-cache',
        '<!doctype html><title>page</title>',
      ]);
    }
    expect((await get('/assets/gone-123.js')).status).toBe(404);
    expect(await (await get('/..%2Foutside.txt')).text()).not.toContain('secret');
  });
});
