import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { navigation, ORIGIN, recordingRouter, SERVER_TOKEN } from './testing/recording-router.ts';

const authorization = `token=${SERVER_TOKEN}`;

describe('the host', () => {
  test.each(['m1.localhost:5080', 'M1.LOCALHOST:5080', 'localhost', '127.0.0.1:9', '[::1]:5080'])('%s is answered for', async (host) => {
    expect((await recordingRouter().ask('/metadata', { headers: { authorization, host } })).status).toBe(200);
  });

  test.each([
    'evil.example:5080',
    'm1.localhost.evil.example',
    'evil-localhost',
    '127.0.0.1.nip.io',
    'evil.example@localhost',
    'localhost/..',
    '0.0.0.0',
    'a.localhost',
  ])('%s is refused with 421, also without a login and for files', async (host) => {
    const { ask, seen } = recordingRouter({ auth: { enabled: false } });
    for (const path of ['/marathon/v2/apps', '/assets/main-1.js', '/login', '/mesos'])
      expect((await ask(path, { headers: { host } })).status).toBe(421);
    expect(seen).toEqual([]);
  });

  test('is that of the URL too, and both have to be right', async () => {
    const { router } = recordingRouter({ auth: { enabled: false } });
    expect((await router.fetch(new Request('http://evil.example/mesos/state', { headers: { host: 'localhost' } }))).status).toBe(421);
    const open = recordingRouter({ auth: { enabled: false }, hosts: 'any' });
    expect((await open.router.fetch(new Request('http://demo.example/mesos/state'))).status).toBe(200);
  });
});

describe('a page of another origin', () => {
  const origins = ['http://evil.example', 'null', 'http://m1.localhost:31000', 'http://localhost:5080'];
  test.each(origins)('%s cannot write', async (origin) => {
    const { ask, seen } = recordingRouter({ auth: { enabled: false } });
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PURGE'])
      expect((await ask('/marathon/v2/apps', { method, headers: { origin } })).status, method).toBe(403);
    expect(seen).toEqual([]);
  });

  test('is not what sends a token in a header, as programs with an Origin do; a password that a browser adds by itself does not count', async () => {
    const { ask, seen } = recordingRouter();
    const post = (authorization: string) =>
      ask('/marathon/v2/apps', { method: 'POST', headers: { origin: 'http://evil.example', authorization } });
    expect((await post(`token=${SERVER_TOKEN}`)).status).toBe(200);
    expect((await post(`Bearer ${SERVER_TOKEN}`)).status).toBe(200);
    expect(seen).toHaveLength(2);
    expect((await post(`Basic ${btoa(`user:${SERVER_TOKEN}`)}`)).status).toBe(403);
    expect((await post('token=wrong')).status).toBe(401);
    expect(seen).toHaveLength(2);
  });

  test('gets no grant to read, not even of an upstream that gives it to everybody', async () => {
    const grants = {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-credentials': 'true',
    };
    const { ask } = recordingRouter({ auth: { enabled: false } }, async () => new Response('', { headers: grants }));
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await ask('/dcos-history-service/history/last', { method, headers: { origin: 'http://evil.example' } });
      expect(answer.status).toBe(200);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test.each([
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
  ])('cannot even ask, where the browser says whose page it is: %o', async (headers) => {
    const { ask, seen } = recordingRouter({ auth: { enabled: false } });
    for (const method of ['GET', 'POST', 'OPTIONS'])
      expect((await ask('/marathon/v2/apps', { method, headers: { ...headers } })).status).toBe(403);
    expect(seen).toEqual([]);
  });

  const link = { ...navigation, 'sec-fetch-site': 'cross-site' };
  test('can link to a page, and to data', async () => {
    const { ask } = recordingRouter({ auth: { enabled: false } });
    for (const path of ['/marathon/apps', '/mesos/state', '/login']) expect((await ask(path, { headers: link })).status).toBeLessThan(400);
  });

  test('cannot do anything with a link or a form, even where a GET acts', async () => {
    const { ask, seen } = recordingRouter({ auth: { enabled: false } });
    expect((await ask('/marathon/v2/apps', { method: 'POST', headers: link })).status).toBe(403);
    expect((await ask('/exhibitor/exhibitor/v1/cluster/restart', { headers: link })).status).toBe(403);
    expect((await ask('/acs/api/v1/auth/logout', { headers: link })).status).toBe(403);
    expect(seen).toEqual([]);
  });

  test('is no concern of a program, and of a page of our own', async () => {
    const { ask } = recordingRouter({ auth: { enabled: false } });
    for (const headers of [{}, { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, { 'sec-fetch-site': 'none' }])
      expect((await ask('/marathon/v2/apps', { method: 'POST', headers: { ...headers } })).status).toBe(200);
  });
});

describe('a body in the form of a web form', () => {
  const FORMS = ['text/plain', 'text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
  const post = (path: string, headers: Record<string, string>) => recordingRouter().ask(path, { method: 'POST', headers, body: '{}' });
  const session = async (gateway: ReturnType<typeof recordingRouter>): Promise<string> => {
    const answer = await gateway.ask(gateway.router.loginLink(), { headers: navigation });
    return answer.headers
      .getSetCookie()
      .map((each) => each.split(';', 1)[0])
      .join('; ');
  };

  test.each(FORMS)('%s is not taken from a browser, whoever it says that its page is of', async (type) => {
    const gateway = recordingRouter();
    const cookie = await session(gateway);
    for (const headers of [{ cookie }, { cookie, origin: ORIGIN, 'sec-fetch-site': 'same-origin' }]) {
      const answer = await gateway.ask('/marathon/v2/apps', { method: 'POST', headers: { ...headers, 'content-type': type }, body: '{}' });
      expect(answer.status).toBe(415);
    }
    expect(gateway.seen).toEqual([]);
    const json = await gateway.ask('/marathon/v2/apps', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(json.status).toBe(200);
  });

  test.each(FORMS)('%s is taken from a program that sends its token: curl and old clients of Marathon say nothing better', async (type) => {
    expect((await post('/marathon/v2/apps', { authorization, 'content-type': type })).status).toBe(200);
  });

  test('is what services get, and what has none is let through', async () => {
    const gateway = recordingRouter();
    const cookie = await session(gateway);
    const form = { method: 'POST', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' };
    // whether there is such a service is looked for, which is the point
    expect((await gateway.ask('/service/web/form', form)).status).not.toBe(415);
    expect(gateway.seen.map(({ by }) => by)).toContain('marathon');
    expect((await gateway.ask('/marathon/v2/apps/a', { method: 'DELETE', headers: { cookie, origin: ORIGIN } })).status).toBe(200);
  });
});

test('a redirect of an upstream is handed to the client and not followed', async () => {
  const location = 'http://169.254.169.254/latest/meta-data/';
  const { ask, seen } = recordingRouter({}, async () => new Response(null, { status: 302, headers: { location } }));
  const answer = await ask('/marathon/v2/apps');
  expect([answer.status, answer.headers.get('location')]).toEqual([302, location]);
  expect(seen).toHaveLength(1);
});

test.each(['TRACE', 'CONNECT', 'TRACK'])('the method %s reaches no upstream', async (method) => {
  const { router, seen } = recordingRouter({ auth: { enabled: false } });
  // such a request cannot be constructed by `new Request`, but a server hands it over
  const request = new Proxy(new Request(`${ORIGIN}/mesos/state`), {
    get: (target, name) => (name === 'method' ? method : Reflect.get(target, name, target)),
  });
  expect((await router.fetch(request)).status).toBe(405);
  expect(seen).toEqual([]);
});

describe('a path that tries to get around the table', () => {
  test.each([
    ['/assets/../marathon/v2/apps', 'marathon', '/v2/apps'],
    ['/service/marathon/%2e%2e/%2E./mesos/state', 'mesos', '/state'],
    ['/assets\\..\\mesos\\state', 'mesos', '/state'],
    ['/login/..//mesos///state', 'mesos', '/state'],
    ['/agent/S0/..%2F..%2Fmesos%2Fstate', 'agent S0', '/..%2F..%2Fmesos%2Fstate'],
    ['/mesos/%00%0d%0aX-Evil:1', 'mesos', '/%00%0d%0aX-Evil:1'],
    ['/mesos/state;x=/login', 'mesos', '/state;x=/login'],
  ])('%s means %s %s, with a login only', async (path, by, upstreamPath) => {
    const { ask, seen } = recordingRouter();
    expect((await ask(path, { headers: {} })).status).toBe(401);
    await ask(path);
    expect(seen.map((one) => [one.by, one.path])).toEqual([[by, upstreamPath]]);
  });

  test.each(['/login%2F..%2Fmesos/state', '/%6desos/state', '/assets%2F..%2Fmesos/state', '/login;/mesos/state', '/MESOS/state'])(
    '%s reaches no upstream',
    async (path) => {
      const { ask, seen } = recordingRouter();
      expect([401, 404]).toContain((await ask(path, { headers: {} })).status);
      expect((await ask(path)).status).toBe(404);
      expect(seen).toEqual([]);
    },
  );

  test('is, whatever it is made of, answered, and reaches no upstream without a login', async () => {
    const piece = fc.constantFrom(
      '/',
      '..',
      '.',
      '%2e',
      '%2F',
      '\\',
      ';',
      '?',
      '#',
      '@',
      ':',
      '%',
      '%zz',
      'mesos',
      'marathon',
      'agent',
      'S0',
      'login',
      'assets',
      'v2',
      'acs/api/v1/auth/login',
      '.js',
      'ü',
    );
    const path = fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`);
    await fc.assert(
      fc.asyncProperty(path, fc.constantFrom({}, navigation), async (path, headers) => {
        const { ask, seen } = recordingRouter();
        expect((await ask(path, { headers })).status).toBeLessThan(500);
        expect(seen.filter((one) => one.by !== 'assets')).toEqual([]);
        const answer = await ask(path);
        expect(answer.status).toBeLessThan(500);
        expect(new URL(answer.headers.get('location') ?? '/', ORIGIN).origin).toBe(ORIGIN);
      }),
      { numRuns: 500 },
    );
  });

  test('a redirect never leads to another host', async () => {
    const { ask } = recordingRouter();
    expect((await ask('//evil.example/..//mesos')).headers.get('location')).toBe('/mesos/');
    expect((await ask('/mesos?x=%0d%0aSet-Cookie:a=b')).headers.get('location')).toBe('/mesos/?x=%0d%0aSet-Cookie:a=b');
  });

  test('an agent id is looked up and never an address', async () => {
    const { ask, seen } = recordingRouter();
    for (const id of ['127.0.0.1:22', 'http%3A%2F%2Fevil.example', 'S0%2F..', '__proto__', 'constructor'])
      expect((await ask(`/agent/${id}/state`)).status).toBe(404);
    expect(seen).toEqual([]);
  });
});
