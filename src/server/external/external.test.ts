import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { addressOf } from './agent-addresses.ts';
import { startRouter } from './testing/start-router.ts';
import { stopAfterEach } from './testing/stop-after-each.ts';
import { sendJson, stubServer, type StubServer } from './testing/stub-server.ts';

const stopLater = stopAfterEach();

const stub = async (handle: (request: IncomingMessage, response: ServerResponse) => void, port?: number): Promise<StubServer> =>
  stopLater(await stubServer(handle, port));

const router = async (...args: string[]) => stopLater(await startRouter(...args)).ask;

const SUMMARY = '/state-summary';
const empty = (response: ServerResponse): void => sendJson(response, { cluster: 'stub', slaves: [], frameworks: [] });

/** A Mesos master that leads: its summary has these agents; anything else is answered by `more`. */
function leader(
  slaves: unknown[] = [],
  more: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => empty(response),
) {
  return stub((request, response) => {
    if (request.url === SUMMARY) sendJson(response, { cluster: 'stub', slaves, frameworks: [] });
    else more(request, response);
  });
}

describe('a request to a real server', () => {
  test('arrives with its own host and as it was sent, and the answer comes back packed as it was', async () => {
    const marathon = await stub(async (request, response) => {
      const body = await readText(request);
      response.setHeader('content-encoding', 'gzip');
      response.setHeader('content-type', 'application/octet-stream');
      response.end(gzipSync(JSON.stringify({ method: request.method, url: request.url, host: request.headers.host, body })));
    });
    const ask = await router('--marathon', marathon.url.href);
    const answer = await ask('/marathon/v2/apps/a%2Fb?force=true', {
      method: 'PUT',
      body: '{"cpus":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await answer.json()).toEqual({ method: 'PUT', url: '/v2/apps/a%2Fb?force=true', host: marathon.url.host, body: '{"cpus":1}' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  });

  test('arrives without what the browser says of the page: that is of this router, and another one would refuse it', async () => {
    const marathon = await stub((request, response) => sendJson(response, Object.keys(request.headers)));
    const ask = await router('--marathon', marathon.url.href);
    const names = (await (await ask('/marathon/v2/apps', { headers: { 'sec-fetch-site': 'same-origin' } })).json()) as string[];
    expect(names).toContain('accept');
    expect(names.filter((name) => /^(?:origin|referer|sec-)/.test(name))).toEqual([]);
  });

  test('below a path of its own, which a Location does not show', async () => {
    const dcos = await stub((request, response) => {
      response.writeHead(302, { location: `http://${request.headers.host}/service/marathon/v2/info` }).end();
    });
    const ask = await router('--marathon', `${dcos.url.href}service/marathon/`);
    const answer = await ask('/marathon/v2/leader');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/marathon/v2/info']);
    expect(dcos.asked).toContain('GET /service/marathon/v2/leader');
  });

  test('flows: the beginning of a long answer is there while the end is not', async () => {
    let finish: (() => void) | undefined;
    const mesos = await leader([], (_, response) => {
      response.write('the beginning');
      finish = () => response.end(' and the end');
    });
    const ask = await router('--mesos', mesos.url.href);
    const reader = (await ask('/mesos/files/download?path=/log')).body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('the beginning');
    finish?.();
    expect((await reader?.read())?.value).toBe(' and the end');
  });

  test.each([
    ['is cut in the middle', (response: ServerResponse) => response.write('half', () => response.destroy())],
    [
      'lies about its length',
      (response: ServerResponse) => response.setHeader('content-length', '1000').write('half', () => response.socket?.end()),
    ],
  ])('an answer that %s does not look whole, nor does one that many share', async (_, misbehave) => {
    const mesos = await leader([], (__, response) => misbehave(response));
    const ask = await router('--mesos', mesos.url.href);
    await expect(ask('/mesos/files/download?path=/log').then((answer) => answer.text())).rejects.toThrow();
    expect((await ask('/mesos/state')).status).toBe(502);
  });

  test('no server, garbage for an answer, or a body without an end that the client has enough of', async () => {
    const gone = await stub(() => {});
    await gone.stop();
    const closed = vi.fn();
    const mesos = await leader([], (request, response) => {
      if (request.url === '/files/debug') {
        request.socket.end('rubbish\r\n\r\n');
        return;
      }
      response.once('close', closed);
      response.write('for ever');
    });
    const ask = await router('--mesos', mesos.url.href, '--marathon', gone.url.href);
    expect((await ask('/marathon/v2/apps')).status).toBe(502);
    expect((await ask('/mesos/files/debug')).status).toBe(502);
    const abort = new AbortController();
    const endless = await ask('/mesos/files/download?path=/log', { signal: abort.signal });
    abort.abort();
    await expect(endless.text()).rejects.toThrow();
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });
});

describe('the leader of Mesos', () => {
  test('is found where a follower says it is, for reads and writes; nothing else that it says is followed', async () => {
    const other = await stub((_, response) => response.end('not asked'));
    const leading = await leader([], async (request, response) => response.end(`leader got ${request.method} ${await readText(request)}`));
    const follower = await stub((request, response) => {
      const to = request.url === '/moved' ? `//${other.url.host}/` : `//${leading.url.host}${request.url}`;
      response.writeHead(307, { location: to }).end();
    });
    const ask = await router('--mesos', follower.url.href);
    expect(await (await ask('/mesos/master/state')).text()).toBe('leader got GET ');
    expect(await (await ask('/mesos/api/v1', { method: 'POST', body: '{"type":"GET_HEALTH"}' })).text()).toBe(
      'leader got POST {"type":"GET_HEALTH"}',
    );
    await leading.stop();
    const redirect = await ask('/mesos/moved');
    expect([redirect.status, other.asked]).toEqual([307, []]);
  });

  test('is another one after the first is gone', async () => {
    const [first, second] = [
      await leader([], (_, response) => response.end('first')),
      await leader([], (_, response) => response.end('second')),
    ];
    const ask = await router('--mesos', `${first.url.href},${second.url.href}`);
    expect(await (await ask('/mesos/master/state')).text()).toBe('first');
    await first.stop();
    expect(await (await ask('/mesos/master/state')).text()).toBe('second');
  });
});

describe('agents', () => {
  test('are asked at the address that the master tells, by id', async () => {
    const agent = await stub((request, response) => sendJson(response, { at: request.url }));
    const mesos = await leader([{ id: 'S1', hostname: 'a1', pid: `slave(1)@${agent.url.host}` }]);
    const ask = await router('--mesos', mesos.url.href);
    expect(await (await ask('/agent/S1/files/browse?path=%2F')).json()).toEqual({ at: '/files/browse?path=%2F' });
    const unknown = await ask('/agent/S9/state');
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      { title: 'Not Found', message: expect.stringContaining('agent S9 unknown') },
    ]);
  });

  test.each([
    ['slave(1)@10.0.0.1:5051', 'http://10.0.0.1:5051/'],
    ['slave(1)@[::1]:5051', 'http://[::1]:5051/'],
    ['slave(1)@10.0.0.1:5051/elsewhere', undefined],
    ['slave(1)@user@10.0.0.1:5051', undefined],
    ['10.0.0.1', undefined],
    [undefined, undefined],
  ])('%s is at %s', (pid, address) => {
    expect(addressOf(pid, false)?.href).toBe(address);
  });
});

describe('what DC/OS adds', () => {
  test('is made of what the parts answer: health with its reason, and history; a part that was not named is absent', async () => {
    const mesos = await leader([
      { id: 'S1', hostname: 'a1', pid: 'slave(1)@127.0.0.1:1', active: true, attributes: {} },
      { id: 'S2', hostname: 'p1', pid: 'slave(1)@127.0.0.1:2', active: false, attributes: { public_ip: 'true' } },
    ]);
    const marathon = await stub((_, response) => response.writeHead(503).end());
    const ask = await router('--mesos', mesos.url.href, '--marathon', marathon.url.href);
    const { nodes } = (await (await ask('/system/health/v1/nodes')).json()) as { nodes: unknown[] };
    expect(nodes).toEqual([
      { host_ip: '127.0.0.1', health: 1, role: 'master' },
      { host_ip: 'a1', health: 0, role: 'agent' },
      { host_ip: 'p1', health: 1, role: 'agent_public' },
    ]);
    const unit = await ask('/system/health/v1/units/dcos-marathon.service/nodes/127.0.0.1');
    expect(((await unit.json()) as { output: string }).output).toContain('Marathon does not answer: it answered 503');
    const last = (await (await ask('/dcos-history-service/history/last')).json()) as { cluster: string };
    expect(last.cluster).toBe('stub');
    for (const path of ['/service/chronos/v1/scheduler/jobs', '/machines/v1/cluster', '/dcos-metadata/dcos-version.json'])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });

  test('tells what the tasks really use, as the agents measure it', async () => {
    const statistics = { timestamp: 1, mem_rss_bytes: 64 * 1024 * 1024 };
    const agent = await stub((_, response) => sendJson(response, [{ executor_id: 'e', framework_id: 'f', statistics }]));
    const mesos = await leader([{ id: 'S1', hostname: 'a1', pid: `slave(1)@${agent.url.host}`, active: true, attributes: {} }]);
    const ask = await router('--mesos', mesos.url.href);
    const used = async () => {
      const { points } = (await (await ask('/dcos-history-service/usage/minute')).json()) as { points: { mem: { used?: number } }[] };
      return points.at(-1)?.mem.used;
    };
    // the second sample is the first that can have it
    await expect.poll(used, { timeout: 30_000, interval: 200 }).toBe(64);
    expect(agent.asked).toEqual(['GET /monitor/statistics']);
  });

  test('asks Mesos no more for a hundred viewers than for one', async () => {
    const mesos = await leader();
    const ask = await router('--mesos', mesos.url.href);
    const before = mesos.asked.length;
    await Promise.all(Array.from({ length: 100 }, () => ask('/dcos-history-service/history/last').then((answer) => answer.text())));
    expect(mesos.asked.length - before).toBeLessThanOrEqual(1);
  });
});

test('a stream of events arrives event by event, and ends with its server', async () => {
  let push: ((line: string) => void) | undefined;
  const marathon = await stub((request, response) => {
    if (request.url !== '/v2/events') {
      response.end('pong');
      return;
    }
    response.setHeader('content-type', 'text/event-stream');
    response.flushHeaders();
    push = (line) => void response.write(line);
  });
  const ask = await router('--marathon', marathon.url.href);
  const stream = await ask('/marathon/v2/events', { headers: { accept: 'text/event-stream' } });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (const line of ['event: one\n\n', 'event: two\n\n']) {
    push?.(line);
    expect((await reader?.read())?.value).toBe(line);
  }
  await marathon.stop();
  await expect(reader?.read()).rejects.toThrow();
});
