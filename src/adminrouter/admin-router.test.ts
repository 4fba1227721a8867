import { describe, expect, test } from 'vitest';
import { dcosVersionSchema, metadataSchema, uiConfigSchema } from '../api/dcos/cluster-metadata.ts';
import { routerErrorSchema } from '../api/dcos/router-error.ts';
import { navigation, recordingRouter, SERVER_TOKEN } from './testing/recording-router.ts';

describe('a program with a token', () => {
  test.each([
    ['/metadata', metadataSchema, { PUBLIC_IPV4: '192.168.65.90', CLUSTER_ID: 'the-cluster' }],
    ['/dcos-metadata/dcos-version.json', dcosVersionSchema, { version: '1.7', 'dcos-image-commit': 'local', 'bootstrap-id': 'local' }],
    ['/dcos-metadata/ui-config.json', uiConfigSchema, { clusterConfiguration: { id: 'the-cluster', firstUser: false } }],
  ])('%s is answered by the router itself', async (path, schema, body) => {
    const { ask, seen } = recordingRouter();
    expect(schema.parse(await (await ask(path)).json())).toMatchObject(body);
    expect(seen).toEqual([]);
    expect((await ask(path, { method: 'POST', headers: { authorization: `token=${SERVER_TOKEN}` } })).status).toBe(405);
  });

  test.each([['/no/such/path'], ['/metadata/below'], ['/mesosx'], ['/agent/'], ['/agent/%zz/state'], ['/login/x']])(
    '%s is nowhere: 404 as JSON',
    async (path) => {
      const { ask, seen } = recordingRouter();
      const answer = await ask(path);
      expect([answer.status, await answer.json()]).toEqual([404, { title: 'Not Found', message: expect.stringContaining(path) }]);
      expect(seen).toEqual([]);
    },
  );

  test('an unknown agent is 404 and named, a part that the cluster lacks as well', async () => {
    const { ask } = recordingRouter();
    const unknown = await ask('/agent/S9/state');
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      { title: 'Not Found', message: expect.stringContaining('agent S9 unknown') },
    ]);
    const none = { agent: () => undefined };
    const absent = { mesos: undefined, marathon: undefined, chronos: undefined, exhibitor: undefined, mesosDns: undefined };
    const bare = recordingRouter({
      upstreams: { ...none, ...absent, diagnostics: undefined, history: undefined, network: undefined, machines: undefined },
    });
    const answer = await bare.ask('/service/chronos/v1/scheduler/jobs');
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { title: 'Not Found', message: expect.stringContaining('/service/chronos') },
    ]);
  });
});

describe('without a token', () => {
  const refused = ['/metadata', '/', '/nodes', '/no/such/path', '/agent/S9/state'];
  test.each(refused)('%s is 401, before anything else is told', async (path) => {
    const { ask, seen } = recordingRouter();
    const answer = await ask(path, { headers: {} });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('oauthjwt');
    expect(routerErrorSchema.parse(await answer.json())).toMatchObject({
      title: 'Unauthorized',
      message: expect.stringContaining('Authorization: token='),
    });
    expect(seen).toEqual([]);
  });

  test.each([
    ['/login', 200],
    ['/assets/main-1.js', 200],
    ['/dcos-metadata/ui-config.json', 200],
    ['/dcos-metadata/dcos-version.json', 200],
    ['/acs/api/v1/auth/logout', 200],
    ['/mesos', 301],
  ])('%s is open', async (path, status) => {
    expect((await recordingRouter().ask(path, { headers: {} })).status).toBe(status);
  });

  test('everything is open when login is off', async () => {
    const { ask, router } = recordingRouter({ auth: { enabled: false } });
    for (const path of ['/metadata', '/marathon/v2/apps', '/agent/S0/state']) expect((await ask(path, { headers: {} })).status).toBe(200);
    expect(router.loginLink()).toBe('/');
    const login = await ask('/login?redirect=%2Fnodes', { headers: navigation });
    expect([login.status, login.headers.get('location')]).toEqual([303, '/nodes']);
    expect(await (await ask('/dcos-metadata/ui-config.json', { headers: {} })).json()).toMatchObject({
      uiConfiguration: { plugins: { authentication: { enabled: false } } },
      clusterConfiguration: { id: 'the-cluster' },
    });
  });
});

describe('a browser that shows pages', () => {
  const headers = { ...navigation, authorization: `token=${SERVER_TOKEN}` };
  test.each([
    ['/'],
    ['/nodes'],
    ['/services/detail/%2Fa'],
    ['/marathon/'],
    ['/marathon/apps/%2Fredis'],
    ['/marathon/create'],
    ['/service/marathon/'],
    ['/service/chronos/jobs'],
    ['/mesos/'],
    ['/mesos/frameworks'],
    ['/mesos/agents/S0'],
    ['/exhibitor/'],
    ['/no.such.page'],
  ])('gets the application at %s', async (path) => {
    const { ask, seen } = recordingRouter();
    const answer = await ask(path, { headers });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('The pages')]);
    expect(seen.map((one) => [one.by, one.path])).toEqual([['assets', '/']]);
  });

  test.each([
    ['/marathon/v2/apps', 'marathon'],
    ['/marathon/ping', 'marathon'],
    ['/service/marathon/v2/info', 'marathon'],
    ['/service/chronos/v1/scheduler/jobs', 'chronos'],
    ['/mesos/master/frameworks', 'mesos'],
    ['/mesos/state', 'mesos'],
    ['/mesos/state-summary', 'mesos'],
    ['/exhibitor/exhibitor/v1/cluster/status', 'exhibitor'],
    ['/agent/S0/files/download?path=/x', 'agent S0'],
    ['/machines/v1/cluster', 'machines'],
  ])('gets the API at %s', async (path, by) => {
    const { ask, seen } = recordingRouter();
    await ask(path, { headers });
    expect(seen.map((one) => one.by)).toEqual([by]);
  });

  test('a file that is not there is 404 and not a page', async () => {
    const { ask } = recordingRouter();
    expect(await (await ask('/assets/main-1.js')).text()).toBe('code');
    for (const path of ['/assets/gone-2.js', '/favicon.ico']) expect((await ask(path, { headers: {} })).status).toBe(404);
  });

  test('sends nothing to a page by another method than GET', async () => {
    const { ask, seen } = recordingRouter();
    expect((await ask('/nodes', { method: 'POST', headers })).status).toBe(404);
    expect(seen).toEqual([]);
  });
});

describe('what browsers are told', () => {
  test('the application runs its own code only, and in no frame', async () => {
    const { headers } = await recordingRouter({ auth: { enabled: false } }).ask('/', { headers: navigation });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  test('an address with a page and data is not the same for a cache', async () => {
    const vary = async (path: string, headers: Record<string, string>) =>
      (
        await recordingRouter({ auth: { enabled: false } }, async () => new Response('', { headers: { vary: 'Accept-Encoding' } })).ask(
          path,
          { headers },
        )
      ).headers.get('vary');
    expect(await vary('/marathon/apps', navigation)).toBe('Accept');
    expect(await vary('/marathon/apps', {})).toBe('Accept-Encoding, Accept');
    expect(await vary('/machines/v1/cluster', {})).toBe('Accept-Encoding');
  });

  test('a task that writes HTML into its sandbox cannot run it in the name of the user', async () => {
    const html = async () =>
      new Response('<script>fetch("/marathon/v2/apps", {method: "DELETE"})</script>', {
        headers: { 'content-type': 'text/html', 'content-security-policy': "default-src *; script-src 'unsafe-inline'" },
      });
    const { headers } = await recordingRouter({}, html).ask('/agent/S0/files/download?path=/evil.html');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; sandbox;/);
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test('an error is a page for a browser, with the message as text', async () => {
    const answer = await recordingRouter({ auth: { enabled: false } }).ask('/agent/<script>/state', { headers: navigation });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
    const page = await answer.text();
    expect(page).toContain('agent &lt;script&gt; unknown');
    expect(page).not.toContain('<script>');
  });
});
