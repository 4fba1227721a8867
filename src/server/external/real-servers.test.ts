import { describe, expect, test, vi } from 'vitest';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { startRouter } from './testing/start-router.ts';
import { stopAfterEach } from './testing/stop-after-each.ts';
import { sendJson, stubServer, type StubServer } from './testing/stub-server.ts';

// Real servers differ from those of the embedded cluster in size, age and luck.

const stopLater = stopAfterEach();

const stub = async (handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<StubServer> =>
  stopLater(await stubServer(handle));

const router = async (...args: string[]) => stopLater(await startRouter(...args)).ask;

const redirect = (response: ServerResponse, to: string): void => void response.writeHead(307, { location: to }).end();

describe('a state of 100 MB', () => {
  const MB = 1024 * 1024;
  const piece = Buffer.alloc(MB, ' ');

  /** Sends its state as fast as it is read; `sent`: how much of the latest one, in MB. */
  async function hugeMaster() {
    const progress = { sent: 0 };
    const master = await stub((request, response) => {
      if (request.url !== '/state') return sendJson(response, { slaves: [], frameworks: [] });
      progress.sent = 0;
      const send = (): void => {
        while (progress.sent < 100) {
          progress.sent++;
          if (!response.write(piece)) return void response.once('drain', send);
        }
        response.end();
      };
      send();
    });
    return { master, progress };
  }

  test('arrives whole, and only as fast as it is read, so that it is never all in memory', async () => {
    const { master, progress } = await hugeMaster();
    const ask = await router('--mesos', master.url.href);
    const length = async (answer: Response): Promise<number> => {
      let bytes = 0;
      for await (const chunk of answer.body ?? []) bytes += chunk.length;
      return bytes;
    };
    expect(await length(await ask('/mesos/state'))).toBe(100 * MB);
    const second = await ask('/mesos/state');
    const reader = second.body?.getReader();
    await reader?.read();
    // others are served meanwhile
    for (let n = 0; n < 20; n++) expect((await ask('/mesos/state-summary')).status).toBe(200);
    expect(progress.sent).toBeLessThan(50);
    await reader?.cancel();
  });
});

describe('servers of another age', () => {
  test('a Chronos before 3.0 is asked at its own paths, and a newer one in its place at its', async () => {
    let version = 2;
    const chronos = await stub(async (request, response) => {
      const known = version === 2 ? '/scheduler/' : '/v1/scheduler/';
      if (!request.url?.startsWith(known)) return void response.writeHead(404).end();
      return sendJson(response, `${request.method} ${request.url} ${await readText(request)}`);
    });
    const ask = await router('--chronos', chronos.url.href);
    expect(await (await ask('/service/chronos/v1/scheduler/jobs?limit=1')).json()).toBe('GET /scheduler/jobs?limit=1 ');
    const post = { method: 'POST', body: '{"name":"a"}', headers: { 'content-type': 'application/json' } };
    expect(await (await ask('/service/chronos/v1/scheduler/iso8601', post)).json()).toBe('POST /scheduler/iso8601 {"name":"a"}');
    version = 3;
    expect((await ask('/service/chronos/v1/scheduler/jobs')).status).toBe(404);
    expect(await (await ask('/service/chronos/v1/scheduler/jobs')).json()).toBe('GET /v1/scheduler/jobs ');
  });

  test('a Mesos that answers everything itself, leading or not, is asked who leads', async () => {
    const leading = await stub((request, response) => {
      if (request.url === '/redirect') return redirect(response, `//${leading.url.host}`);
      return sendJson(response, { cluster: 'of the leader', slaves: [], frameworks: [] });
    });
    const standby = await stub((request, response) => {
      if (request.url === '/redirect') return redirect(response, `//${leading.url.host}`);
      return sendJson(response, { cluster: 'of the other', slaves: [], frameworks: [] });
    });
    const ask = await router('--mesos', `${standby.url.href},${leading.url.href}`);
    expect(await (await ask('/mesos/state')).json()).toMatchObject({ cluster: 'of the leader' });
  });

  test('a leader that does not say so itself is not believed in', async () => {
    const other = await stub((_, response) => sendJson(response, 'not asked for more'));
    const master = await stub((request, response) => {
      if (request.url === '/redirect') return redirect(response, `//${other.url.host}`);
      return sendJson(response, { cluster: 'of the master', slaves: [], frameworks: [] });
    });
    const ask = await router('--mesos', master.url.href);
    expect(await (await ask('/mesos/state')).json()).toMatchObject({ cluster: 'of the master' });
    expect(new Set(other.asked)).toEqual(new Set(['GET /redirect']));
  });

  test.each(['/v2/pods', '/v2/plugins', '/v2/events'])('a Marathon without %s says so to the client', async (path) => {
    const marathon = await stub((_, response) => void response.writeHead(404).end());
    const ask = await router('--marathon', marathon.url.href);
    expect((await ask(`/marathon${path}`, { headers: { accept: 'text/event-stream' } })).status).toBe(404);
  });
});

describe('bad luck', () => {
  test('a leader that dies in the middle of its events: the stream ends, the next one is of the next leader', async () => {
    const events = (name: string) =>
      stub((request, response) => {
        if (request.url !== '/v2/events') return void response.end('pong');
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        return void response.write(`event: by_${name}\ndata: {}\n\n`);
      });
    const [first, second] = [await events('first'), await events('second')];
    const ask = await router('--marathon', `${first.url.href},${second.url.href}`);
    const open = async () => {
      const stream = await ask('/marathon/v2/events', { headers: { accept: 'text/event-stream' } });
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      return { reader, first: (await reader?.read())?.value };
    };
    const before = await open();
    expect(before.first).toContain('by_first');
    await first.stop();
    // a browser takes either for the end, and comes again
    const more = async (): Promise<unknown> => before.reader?.read().catch(() => ({ done: true }));
    await expect.poll(more).toMatchObject({ done: true });
    await expect.poll(async () => (await open()).first).toContain('by_second');
  });

  test('a connection that the server closes while it rests is not taken for the end of the server', async () => {
    const seen = new Set<unknown>();
    const marathon = await stub((request, response) => {
      // one request a connection, though it says that it keeps it
      if (seen.has(request.socket)) return void request.socket.destroy();
      seen.add(request.socket);
      return void response.end('pong');
    });
    const ask = await router('--marathon', marathon.url.href);
    for (let n = 0; n < 5; n++) expect((await ask('/marathon/ping')).status).toBe(200);
    expect(seen.size).toBeGreaterThan(1);
  });

  test('no answer of the master: an agent cannot be told from one that there is not, and that is said', async () => {
    const master = await stub((_, response) => void response.writeHead(503).end());
    const ask = await router('--mesos', master.url.href);
    const answer = await ask('/agent/S1/state');
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { title: 'Service Unavailable', message: expect.stringContaining('invalid Mesos state') },
    ]);
  });

  test('a body that no call can be that long: 413, and the server is not troubled with it', async () => {
    const marathon = await stub((_, response) => void response.end('pong'));
    const ask = await router('--marathon', marathon.url.href);
    const body = new Blob(Array.from({ length: 65 }, () => Buffer.alloc(1024 * 1024)));
    expect((await ask('/marathon/v2/apps', { method: 'POST', body })).status).toBe(413);
    await vi.waitFor(() => expect(marathon.asked).not.toContain('POST /v2/apps'));
  });
});
