import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Fetch } from '../api/http/fetch.ts';
import { navigation, ORIGIN, recordingRouter, SERVER_TOKEN } from './testing/recording-router.ts';

const authorization = `token=${SERVER_TOKEN}`;

describe('the request that an upstream gets', () => {
  const headersAt = async (path: string, headers: Record<string, string>): Promise<Headers> => {
    const { ask, seen } = recordingRouter({ clientAddress: () => '127.0.0.9' });
    expect((await ask(path, { headers: { authorization, ...headers } })).status).toBe(200);
    return seen[0]?.request.headers ?? new Headers();
  };

  test('says for whom the router asks, and believes nothing that the client says about it', async () => {
    const headers = await headersAt('/marathon/v2/apps', {
      host: 'localhost:5080',
      forwarded: 'for=6.6.6.6',
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'gopher',
      'x-real-ip': '6.6.6.6',
    });
    const told = ['host', 'x-forwarded-for', 'x-real-ip', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded'].map((name) =>
      headers.get(name),
    );
    expect(told).toEqual(['localhost:5080', '127.0.0.9', '127.0.0.9', 'http', null, null]);
  });

  test('has nothing of the connection, also not what Connection names', async () => {
    const headers = await headersAt('/marathon/v2/apps', {
      connection: 'keep-alive, X-Mine, x-real-ip, "bad name"',
      'keep-alive': 'timeout=5',
      te: 'trailers',
      upgrade: 'h2c',
      'proxy-authorization': 'Basic x',
      expect: '100-continue',
      'x-mine': 'of the connection',
      'x-yours': 'of the message',
    });
    for (const name of ['connection', 'keep-alive', 'te', 'upgrade', 'proxy-authorization', 'expect', 'x-mine'])
      expect(headers.has(name), name).toBe(false);
    expect([headers.get('x-yours'), headers.get('x-real-ip')]).toEqual(['of the message', '127.0.0.9']);
  });

  test.each([
    ['dcos-acs-auth-cookie=secret', null],
    ['a=1; dcos-acs-auth-cookie=secret; b=2; dcos-acs-info-cookie=me; c', 'a=1; b=2; c'],
    [' dcos-acs-auth-cookie =secret;dcos-acs-auth-cookie="x;a=1', 'a=1'],
  ])('keeps the cookies of others only: %s', async (cookie, kept) => {
    expect((await headersAt('/mesos/state', { cookie })).get('cookie')).toBe(kept);
  });

  test.each([
    ['/marathon/v2/apps', 'token=server-token-of-the-test', null],
    ['/marathon/v2/apps', 'Bearer server-token-of-the-test', null],
    ['/marathon/v2/apps', 'bearer server-token-of-the-test', null],
  ])('does not have the token of the router: %s with %s', async (path, value, passed) => {
    expect((await headersAt(path, { authorization: value })).get('authorization')).toBe(passed);
  });

  test.each([
    ['/marathon/v2/apps', 'Basic bWU6cHc='],
    ['/agent/S0/state', 'Basic bWU6cHc='],
    ['/mesos_dns/v1/version', null],
    ['/net/v1/vips', null],
  ])('has the credentials for the service itself where DC/OS passes them: %s', async (path, passed) => {
    const { ask, seen } = recordingRouter({ auth: { enabled: false } });
    await ask(path, { headers: { authorization: 'Basic bWU6cHc=' } });
    expect(seen[0]?.request.headers.get('authorization')).toBe(passed);
  });

  test('asks agents for plain bytes, others as the client does', async () => {
    expect((await headersAt('/agent/S0/state', { 'accept-encoding': 'gzip' })).has('accept-encoding')).toBe(false);
    expect((await headersAt('/mesos/state', { 'accept-encoding': 'gzip' })).get('accept-encoding')).toBe('gzip');
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('has the method %s and the body', async (method) => {
    const { ask } = recordingRouter({}, async (request) => new Response(`${request.method} ${await request.text()}`));
    const answer = await ask('/marathon/v2/apps', {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: '{"id":"/ü"}',
    });
    expect(await answer.text()).toBe(`${method} {"id":"/ü"}`);
  });
});

describe('the answer that a client gets', () => {
  const location = async (path: string, sent: string): Promise<string | null> => {
    const { ask, seen } = recordingRouter({}, async () => new Response(null, { status: 302, headers: { location: sent } }));
    const answer = await ask(path);
    // the upstream's client is told not to follow it either
    expect([answer.status, seen[0]?.request.redirect]).toEqual([302, 'manual']);
    return answer.headers.get('location');
  };
  test.each([
    ['/service/marathon/v2/x', '/foo/bar', '/service/marathon/foo/bar'],
    ['/service/marathon/v2/x', '/service/marathon/foo', '/service/marathon/foo'],
    ['/service/marathon/v2/x', `${ORIGIN}/foo?a=b#c`, '/service/marathon/foo?a=b#c'],
    ['/service/marathon/v2/x', `${ORIGIN}/service/marathon/foo`, '/service/marathon/foo'],
    ['/service/marathon/v2/x', ORIGIN, '/service/marathon/'],
    ['/service/marathon/v2/x', '//m1.localhost:5080/foo', '/service/marathon/foo'],
    ['/service/marathon/v2/x', 'HTTP://M1.localhost:5080/foo', '/service/marathon/foo'],
    ['/service/marathon/v2/x', 'https://m1.localhost:5080/foo', 'https://m1.localhost:5080/foo'],
    ['/service/marathon/v2/x', 'http://192.168.65.90:5050/foo', 'http://192.168.65.90:5050/foo'],
    ['/service/marathon/v2/x', '//leader:5050/foo', '//leader:5050/foo'],
    ['/service/marathon/v2/x', 'foo', 'foo'],
    ['/service/marathon/v2/x', '/service/marathonx', '/service/marathon/service/marathonx'],
    ['/agent/S0/x', '/foo%2Fbar', '/agent/S0/foo%2Fbar'],
    ['/mesos/x', '/mesos', '/mesos'],
    ['/system/health/v1/x', '/system/health/v1/y', '/system/health/v1/y'],
  ])('at %s, Location %s becomes %s', async (path, sent, got) => {
    expect(await location(path, sent)).toBe(got);
  });

  test('is the status, the headers and the body of the upstream, without what is of its connection', async () => {
    const { ask } = recordingRouter(
      {},
      async () =>
        new Response('made', {
          status: 201,
          headers: { 'x-marathon-leader': 'http://m1:8080', connection: 'x-hop', 'x-hop': '1', 'keep-alive': 'timeout=1', trailer: 'x' },
        }),
    );
    const answer = await ask('/marathon/v2/apps');
    expect([answer.status, await answer.text(), answer.headers.get('x-marathon-leader')]).toEqual([201, 'made', 'http://m1:8080']);
    for (const name of ['connection', 'x-hop', 'keep-alive', 'trailer']) expect(answer.headers.has(name), name).toBe(false);
  });

  test('cannot log anybody in', async () => {
    const headers = new Headers([
      ['set-cookie', 'a=1; Path=/'],
      ['set-cookie', 'dcos-acs-auth-cookie=forged; Path=/'],
      ['set-cookie', 'b=2'],
    ]);
    const { ask } = recordingRouter({}, async () => new Response('', { headers }));
    expect((await ask('/mesos/state')).headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
  });

  test.each([204, 205, 304])('can be without a body: %i', async (status) => {
    const answer = await recordingRouter({}, async () => new Response(null, { status })).ask('/marathon/v2/apps');
    expect([answer.status, answer.body]).toEqual([status, null]);
  });
});

describe('a stream', () => {
  test('reaches the client piece by piece, and its end reaches the upstream', async () => {
    let pieces: ReadableStreamDefaultController<Uint8Array> | undefined;
    const cancelled = Promise.withResolvers<void>();
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (pieces = controller), cancel: () => cancelled.resolve() });
    const { ask } = recordingRouter({}, async () => new Response(stream, { headers: { 'content-type': 'text/event-stream' } }));
    const reader = (await ask('/service/marathon/v2/events')).body?.pipeThrough(new TextDecoderStream()).getReader();
    for (const piece of ['event: a\n\n', 'event: b\n\n']) {
      pieces?.enqueue(new TextEncoder().encode(piece));
      expect((await reader?.read())?.value).toBe(piece);
    }
    await reader?.cancel();
    await cancelled.promise;
  });

  test('of a request reaches the upstream before it is complete', async () => {
    let first: string | undefined;
    let send: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (send = controller) });
    const { ask } = recordingRouter({}, async (request) => {
      const reader = request.body?.pipeThrough(new TextDecoderStream()).getReader();
      first = (await reader?.read())?.value;
      return new Response('early answer');
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: { authorization }, body, duplex: 'half' };
    const answer = ask('/marathon/v2/apps', init);
    send?.enqueue(new TextEncoder().encode('half of '));
    expect(await (await answer).text()).toBe('early answer');
    expect(first).toBe('half of ');
  });
});

describe('when the upstream does not answer', () => {
  afterEach(() => void vi.useRealTimers());

  test('and fails, it is 502 and the cause is in the log', async () => {
    const { ask, warnings } = recordingRouter({}, async () => Promise.reject(new TypeError('connect ECONNREFUSED')));
    const answer = await ask('/marathon/v2/apps');
    expect([answer.status, await answer.json()]).toEqual([502, { title: 'Bad Gateway', message: expect.stringContaining('/marathon') }]);
    expect(warnings).toEqual([expect.stringContaining('GET /marathon/v2/apps')]);
    const page = await ask('/marathon/v2/apps', { headers: { authorization, ...navigation } });
    expect([page.status, await page.text()]).toEqual([502, expect.stringContaining('Try again')]);
  });

  test('and throws at once, it is 502 too', async () => {
    const broken: Fetch = () => {
      throw new Error('not even a promise');
    };
    expect((await recordingRouter({}, broken).ask('/mesos/state')).status).toBe(502);
  });

  test('in time, it is 504, its late answer is thrown away, and it is told to stop', async () => {
    vi.useFakeTimers();
    const late = Promise.withResolvers<Response>();
    const thrownAway = Promise.withResolvers<void>();
    const { ask, seen } = recordingRouter({ upstreamTimeoutMs: 1000 }, () => late.promise);
    const answer = ask('/mesos/state');
    await vi.advanceTimersByTimeAsync(999);
    expect(seen[0]?.request.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await answer).status).toBe(504);
    expect(seen[0]?.request.signal.aborted).toBe(true);
    late.resolve(new Response(new ReadableStream({ cancel: () => thrownAway.resolve() })));
    await thrownAway.promise;
  });

  test('while a long upload still moves, that is no timeout', async () => {
    vi.useFakeTimers();
    let send: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (send = controller) });
    const { ask } = recordingRouter({ upstreamTimeoutMs: 1000 }, async (request) => new Response(await request.text()));
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: { authorization }, body, duplex: 'half' };
    const answer = ask('/marathon/v2/apps', init);
    for (const piece of 'upload') {
      await vi.advanceTimersByTimeAsync(900);
      send?.enqueue(new TextEncoder().encode(piece));
    }
    await vi.advanceTimersByTimeAsync(900);
    send?.close();
    expect(await (await answer).text()).toBe('upload');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('and the client goes away, the upstream is told to stop', async () => {
    const { ask, seen } = recordingRouter({}, () => new Promise(() => {}));
    const client = new AbortController();
    const answer = ask('/mesos/state', { signal: client.signal, headers: { authorization } });
    await vi.waitUntil(() => seen.length > 0);
    client.abort();
    await answer;
    expect(seen[0]?.request.signal.aborted).toBe(true);
  });
});
