import { describe, expect, test } from 'vitest';
import { json, type Fetch } from '../api/http/fetch.ts';
import { navigation, ORIGIN, recordingRouter, SERVER_TOKEN } from './testing/recording-router.ts';

interface Promised {
  ask: string;
  /** Who gets the request: an upstream, or the address of a service. */
  by: string;
  /** Path and query as it gets them. */
  as: string;
  /** Where the upstream's `/foo` is for the client. */
  below: string;
  /** The answer to the path without a slash; else that path is passed on. */
  slash?: 301 | 307;
  /** Credentials that are not the router's own, as `Basic`. */
  credentials?: 'dropped';
  /** `Accept-Encoding`. */
  encoding?: 'dropped';
}

/** The promises of DC/OS' adminRouter, written apart from the router's own table so that a mistake there shows here. */
const promises: Promised[] = [
  { ask: '/mesos/', by: 'mesos', as: '/', below: '/mesos', slash: 301 },
  { ask: '/mesos/master/state?x=1&y=%2F', by: 'mesos', as: '/master/state?x=1&y=%2F', below: '/mesos', slash: 301 },
  { ask: '/mesos/frameworks', by: 'mesos', as: '/frameworks', below: '/mesos', slash: 301 },
  { ask: '/cache/master/state', by: 'mesos', as: '/state', below: '/cache/master', slash: 301 },
  { ask: '/marathon/', by: 'marathon', as: '/', below: '/marathon', slash: 307 },
  { ask: '/marathon/v2/apps', by: 'marathon', as: '/v2/apps', below: '/marathon', slash: 307 },
  { ask: '/service/marathon/v2/apps//a/b', by: 'marathon', as: '/v2/apps/a/b', below: '/service/marathon', slash: 301 },
  { ask: '/service/marathon/v2/apps/%2Fa%2Fb', by: 'marathon', as: '/v2/apps/%2Fa%2Fb', below: '/service/marathon', slash: 301 },
  { ask: '/service/chronos/v1/scheduler/jobs', by: 'chronos', as: '/v1/scheduler/jobs', below: '/service/chronos', slash: 301 },
  { ask: '/service/web/foo?a=%20b', by: '10.0.0.1:31000', as: '/foo?a=%20b', below: '/service/web', slash: 301 },
  { ask: '/service/team/shop/foo', by: '10.0.0.1:31000', as: '/foo', below: '/service/team/shop' },
  { ask: '/service/spark/jobs%2F1', by: '10.0.0.7:4040', as: '/jobs%2F1', below: '/service/spark', slash: 301 },
  { ask: '/exhibitor/exhibitor/v1/cluster/status', by: 'exhibitor', as: '/exhibitor/v1/cluster/status', below: '/exhibitor', slash: 301 },
  { ask: '/mesos_dns/v1/hosts/a.mesos', by: 'mesosDns', as: '/v1/hosts/a.mesos', below: '/mesos_dns', slash: 301, credentials: 'dropped' },
  { ask: '/net/v1/vips', by: 'network', as: '/v1/vips', below: '/net', slash: 301, credentials: 'dropped' },
  { ask: '/networking/api/v1/vips', by: 'network', as: '/v1/vips', below: '/networking/api/v1', credentials: 'dropped' },
  { ask: '/navstar/lashup/key', by: 'network', as: '/lashup/key', below: '/navstar/lashup/key', credentials: 'dropped' },
  { ask: '/agent/S0/files/browse?path=/a%20b', by: 'agent S0', as: '/files/browse?path=/a%20b', below: '/agent/S0', encoding: 'dropped' },
  { ask: '/slave/S0/slave%281%29/state', by: 'agent S0', as: '/slave%281%29/state', below: '/slave/S0', encoding: 'dropped' },
  { ask: '/system/health/v1', by: 'diagnostics', as: '/system/health/v1', below: '' },
  { ask: '/system/health/v1/units', by: 'diagnostics', as: '/system/health/v1/units', below: '' },
  { ask: '/dcos-history-service/history/last', by: 'history', as: '/history/last', below: '/dcos-history-service', slash: 301 },
  { ask: '/machines/v1/cluster', by: 'machines', as: '/machines/v1/cluster', below: '' },
];

const labels = (name: string) => ({ DCOS_SERVICE_NAME: name, DCOS_SERVICE_SCHEME: 'http', DCOS_SERVICE_PORT_INDEX: '0' });
const tasks = [{ state: 'TASK_RUNNING', host: '10.0.0.1', ports: [31_000] }];
const apps = [
  { id: '/web', labels: labels('web'), tasks },
  { id: '/shop', labels: labels('team/shop'), tasks },
];
const frameworks = [{ id: 'F1', name: 'spark', pid: 'scheduler@10.0.0.7:4000', webui_url: 'http://10.0.0.7:4040/' }];

/** A router whose upstreams, services of users included, note what they get and answer with `answer`. */
function recorded(options: Parameters<typeof recordingRouter>[0] = {}, answer: Fetch = async () => new Response('')) {
  const services: { by: string; request: Request }[] = [];
  const connect =
    ({ host }: URL): Fetch =>
    (request) => {
      services.push({ by: host, request });
      return answer(request);
    };
  const { ask, seen } = recordingRouter({ connect, ...options }, async (request) => {
    const { host } = new URL(request.url);
    if (host === 'marathon.mesos:8080') return json({ apps });
    if (host === 'leader.mesos:5050') return json({ frameworks, slaves: [] });
    return answer(request);
  });
  /** What came of the client's requests, without what the router asked by itself. */
  const reached = () => [
    ...seen.filter(
      ({ request }) => !new URL(request.url).host.endsWith('.mesos:8080') && !new URL(request.url).host.endsWith('.mesos:5050'),
    ),
    ...services,
  ];
  return { ask, reached };
}

const open = { auth: { enabled: false } } as const;

describe.each(promises)('$ask', ({ ask: path, by, as, below, credentials, encoding }) => {
  test(`goes to ${by} as ${as}`, async () => {
    const { ask, reached } = recorded();
    expect((await ask(path)).status).toBe(200);
    expect(reached().map((one) => [one.by, pathOf(one.request)])).toEqual([[by, as]]);
  });

  test('is asked in the name of the client, with its cookies but those of the router', async () => {
    const { ask, reached } = recorded({ clientAddress: () => '127.0.0.9' });
    await ask(path, {
      headers: { authorization: `token=${SERVER_TOKEN}`, cookie: 'dcos-acs-auth-cookie=x; own=1', host: 'm1.localhost:5080' },
    });
    const headers = Object.fromEntries(reached()[0]?.request.headers ?? []);
    expect(headers).toMatchObject({
      host: 'm1.localhost:5080',
      'x-real-ip': '127.0.0.9',
      'x-forwarded-for': '127.0.0.9',
      'x-forwarded-proto': 'http',
      cookie: 'own=1',
    });
    expect(headers).not.toHaveProperty('authorization');
  });

  test(`has credentials of its own ${credentials ?? 'passed'}, Accept-Encoding ${encoding ?? 'passed'}`, async () => {
    const { ask, reached } = recorded(open);
    await ask(path, { headers: { authorization: 'Basic bWU6cHc=', 'accept-encoding': 'gzip' } });
    const headers = reached()[0]?.request.headers;
    expect(headers?.get('authorization')).toBe(credentials ? null : 'Basic bWU6cHc=');
    expect(headers?.get('accept-encoding')).toBe(encoding ? null : 'gzip');
  });

  test.each(['/foo?x=1', `${ORIGIN}/foo?x=1`, `${ORIGIN}${below}/foo?x=1`, `${below}/foo?x=1`])(
    'that is redirected to %s',
    async (location) => {
      const { ask } = recorded(open, async () => new Response(null, { status: 302, headers: { location } }));
      expect((await ask(path)).headers.get('location')).toBe(`${below}/foo?x=1`);
    },
  );

  test('without a token is 401, before anybody is asked', async () => {
    const { ask, reached } = recorded();
    const answer = await ask(path, { headers: {} });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'oauthjwt']);
    expect(reached()).toEqual([]);
  });

  test('flows piece by piece', async () => {
    let pieces: ReadableStreamDefaultController<Uint8Array> | undefined;
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (pieces = controller) });
    const { ask } = recorded(open, async () => new Response(stream, { headers: { 'content-type': 'text/event-stream' } }));
    const reader = (await ask(path)).body?.pipeThrough(new TextDecoderStream()).getReader();
    for (const piece of ['data: 1\n\n', 'data: 2\n\n']) {
      pieces?.enqueue(new TextEncoder().encode(piece));
      expect((await reader?.read())?.value).toBe(piece);
    }
  });
});

const prefixes = new Map(promises.flatMap(({ below, slash }) => (below === '' ? [] : [[below, slash]])));

test.each([...prefixes])(
  '%s without a slash is redirected with %s, else passed on; a forged host has no part in it',
  async (below, slash) => {
    const { ask, reached } = recorded(open);
    const forged = await ask(`${below}?a=b`, { headers: { host: 'm1.localhost:5080', 'x-forwarded-host': 'evil.example' } });
    expect([forged.status, forged.headers.get('location')]).toEqual(slash ? [slash, `${below}/?a=b`] : [200, null]);
    expect(reached()).toHaveLength(slash ? 0 : 1);
    expect((await ask(`${below}?a=b`, { headers: { host: 'evil.example' } })).status).toBe(421);
  },
);

const pathOf = ({ url }: Request): string => new URL(url).pathname + new URL(url).search;

describe('what a DC/OS has and this has not', () => {
  test.each([
    ['/nginx/status', '/metrics'],
    ['/pkgpanda/active.buildinfo.full.json', 'not installed from packages'],
    ['/dcos-metadata/bootstrap-config.json', 'not installed from packages'],
    ['/system/v1/logs/v1/range/', 'page of a component'],
    ['/system/v1/metrics/v0/node', '/mesos/metrics/snapshot'],
    ['/system/checks/v1/node/', '/system/health/v1'],
    ['/system/v1/agent/S0/logs/v1/stream', 'page of a component'],
    ['/system/v1/agent/S0/metrics/v0/node', '/mesos/metrics/snapshot'],
    ['/system/v1/leader/mesos/logs/v1/stream', 'page of a component'],
    ['/system/v1/leader/marathon/metrics', '/mesos/metrics/snapshot'],
    ['/system/v1/agent/S9/logs/v1/stream', 'agent S9 unknown'],
    ['/system/v1/leader/mesos/agent/S9/logs/', 'agent S9 unknown'],
    ['/system/v1/leader/mesos/leader/mesos/logs/', 'nothing at'],
    ['/system/v1/agent/S0/other', 'nothing at'],
  ])('%s is 404 and says what is there instead, to who may know', async (path, message) => {
    const { ask } = recorded();
    const answer = await ask(path);
    expect([answer.status, await answer.json()]).toEqual([404, { title: 'Not Found', message: expect.stringContaining(message) }]);
    expect((await ask(path, { headers: {} })).status).toBe(401);
  });

  test.each(['/package/search', '/package/repository/list', '/cosmos/service/describe'])(
    '%s is refused in the form of Cosmos',
    async (path) => {
      const { ask } = recorded({ readOnly: true });
      const answer = await ask(path, { method: 'POST', headers: { authorization: `token=${SERVER_TOKEN}` }, body: '{}' });
      expect([answer.status, await answer.json()]).toEqual([
        501,
        { type: 'not_implemented', message: expect.stringContaining('no package service'), data: {} },
      ]);
      expect(answer.headers.get('content-type')).toBe('application/vnd.dcos.package.error+json;charset=utf-8;version=v1');
    },
  );

  test('and so the cluster has no capabilities', async () => {
    expect(await (await recorded().ask('/capabilities')).json()).toEqual({ capabilities: [] });
  });
});

describe('a path', () => {
  test.each([
    ['/service/web/../spark/x', '10.0.0.7:4040', '/x'],
    ['/service/web/%2e%2e/spark/x', '10.0.0.7:4040', '/x'],
    ['/service/web/..%2f..%2fspark/x', '10.0.0.1:31000', '/..%2f..%2fspark/x'],
    ['/service/web/a//b', '10.0.0.1:31000', '/a/b'],
    ['/agent/S0/../S0/state', 'agent S0', '/state'],
  ])('%s is looked at as it is meant: it goes to %s as %s', async (path, by, as) => {
    const { ask, reached } = recorded();
    expect((await ask(path)).status).toBe(200);
    expect(reached().map((one) => [one.by, pathOf(one.request)])).toEqual([[by, as]]);
  });

  test.each(['/login/../mesos/state', '/dcos-metadata/dcos-version.json/../../mesos/state', '/assets/../agent/S0/x.js'])(
    '%s gets past no login',
    async (path) => {
      const { ask, reached } = recorded();
      expect((await ask(path, { headers: {} })).status).toBe(401);
      expect(reached()).toEqual([]);
    },
  );
});

describe('a fault', () => {
  const fails: Fetch = async () => Promise.reject(new Error('gone'));
  test.each([
    ['/service/nothing/', 404, 'service not found'],
    ['/agent/S9/state', 404, 'agent S9 unknown'],
    ['/marathon/v2/apps', 502, 'cannot be reached'],
    ['/system/v1/leader/mesos/logs/', 503, 'mesos leader is unknown'],
  ])('at %s is %i as JSON, and as a page for a browser', async (path, status, message) => {
    const headers = { authorization: `token=${SERVER_TOKEN}` };
    const { ask } = status === 404 ? recorded() : recordingRouter({}, fails);
    const data = await ask(path, { headers });
    expect([data.status, await data.json()]).toEqual([status, { title: expect.any(String), message: expect.stringContaining(message) }]);
    const page = await ask(path, { headers: { ...headers, ...navigation } });
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      status,
      'text/html; charset=UTF-8',
      'no-store',
    ]);
    expect(await page.text()).toContain(message);
  });
});

describe('the router of another machine', () => {
  test('tells the version of an agent that there is, also by way of the leader', async () => {
    const version = { version: '1.7', 'dcos-image-commit': 'local', 'bootstrap-id': 'local' };
    const { ask } = recorded();
    for (const by of ['', '/leader/mesos', '/leader/marathon'])
      expect(await (await ask(`/system/v1${by}/agent/S0/dcos-metadata/dcos-version.json`)).json()).toEqual(version);
    expect((await ask('/system/v1/agent/S9/dcos-metadata/dcos-version.json')).status).toBe(404);
  });

  test.each(['mesos', 'marathon'])('is not known while %s has no leader: 503, after the login', async (of) => {
    const { ask } = recordingRouter({}, async () => json({ message: 'no leader' }, of === 'mesos' ? 503 : 404));
    const path = `/system/v1/leader/${of}/logs/v1/stream`;
    const answer = await ask(path);
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { title: 'Service Unavailable', message: expect.stringContaining(`${of} leader is unknown`) },
    ]);
    expect((await ask(path, { headers: {} })).status).toBe(401);
  });
});
