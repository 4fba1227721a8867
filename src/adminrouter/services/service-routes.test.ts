import { describe, expect, test } from 'vitest';
import { json } from '../../api/http/fetch.ts';
import { navigation, recordingRouter, SERVER_TOKEN } from '../testing/recording-router.ts';

const app = (name: string, more: object = {}) => ({
  id: `/${name}`,
  labels: { DCOS_SERVICE_NAME: name, DCOS_SERVICE_SCHEME: 'http', DCOS_SERVICE_PORT_INDEX: '0', ...more },
  tasks: [{ state: 'TASK_RUNNING', host: '10.0.0.1', ports: [31_000] }],
});

interface Parts {
  apps?: unknown[];
  frameworks?: unknown[];
  dns?: unknown;
  /** Parts that fail. */
  down?: string[];
  service?: (request: Request) => Response;
}

/** A router whose parts know these services; `reached` tells what services were asked. */
function router({ apps = [], frameworks = [], dns = [], down = [], service = () => new Response('the service') }: Parts) {
  const reached: { url: string; request: Request }[] = [];
  const { ask, seen } = recordingRouter(
    {
      connect: (url) => async (request) => {
        const { pathname, search } = new URL(request.url);
        reached.push({ url: `${url.host}${pathname}${search}`, request });
        return service(request);
      },
    },
    async (request) => {
      const { host, pathname } = new URL(request.url);
      if (down.some((name) => host.startsWith(name))) throw new Error('down');
      if (host.startsWith('marathon')) return json({ apps });
      if (host.startsWith('leader')) return json({ frameworks, slaves: [{ hostname: '10.0.0.7', pid: 'slave(1)@10.0.0.7:5051' }] });
      if (pathname.startsWith('/v1/services/')) return json(dns);
      return new Response('another part');
    },
  );
  return { ask, seen, reached };
}

const spark = { id: 'F1', name: 'spark', pid: 'scheduler@10.0.0.7:4000', webui_url: 'http://10.0.0.7:4040/ui' };

describe('a service of a user', () => {
  test.each([
    ['an app', '/service/web/a%2Fb/c?d=%20e', '10.0.0.1:31000/a%2Fb/c?d=%20e'],
    ['an app in a group', '/service/team/shop/cart', '10.0.0.1:31000/cart'],
    ['the shortest name that fits', '/service/web/shop', '10.0.0.1:31000/shop'],
    ['an app that wants whole paths', '/service/whole/x', '10.0.0.1:31000/service/whole/x'],
    ['repeated slashes', '/service//web//x', '10.0.0.1:31000/x'],
    ['a framework by its name', '/service/spark/jobs', '10.0.0.7:4040/jobs'],
    ['a framework by its id', '/service/F1/jobs', '10.0.0.7:4040/jobs'],
    ['a framework that does not say where it is', '/service/named/jobs', '10.0.0.9:31500/jobs'],
  ])('%s: %s is asked at %s', async (_, path, url) => {
    const { ask, reached } = router({
      apps: [app('web'), app('team/shop'), app('shop.web'), app('whole', { DCOS_SERVICE_REWRITE_REQUEST_URLS: 'false' })],
      frameworks: [spark, { id: 'F2', name: 'named', webui_url: '' }],
      dns: [{ ip: '10.0.0.9', port: '31500' }],
    });
    expect(await (await ask(path)).text()).toBe('the service');
    expect(reached.map((one) => one.url)).toEqual([url]);
  });

  test('an app comes before a framework of its name', async () => {
    const { ask, reached } = router({ apps: [app('spark')], frameworks: [spark] });
    await ask('/service/spark/');
    expect(reached.map(({ url }) => url)).toEqual(['10.0.0.1:31000/']);
  });

  test.each([
    ['nested app', '/service/team/shop/x', ['marathon', 'mesos']],
    ['framework', '/service/spark/x', ['marathon', 'mesos']],
    ['app', '/service/web/x', ['marathon']],
  ])('that is known is not looked for again with each request: %s', async (_, path, asked) => {
    const { ask, seen } = router({ apps: [app('web'), app('team/shop')], frameworks: [spark] });
    for (let n = 0; n < 5; n++) expect((await ask(path)).status).toBe(200);
    expect(seen.map(({ by }) => by)).toEqual(asked);
  });

  test('gets its slash by a redirect that names no host, when its name has one segment', async () => {
    const { ask } = router({ apps: [app('web'), app('team/shop')] });
    const answer = await ask('/service/web?x=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/service/web/?x=1']);
    expect((await ask('/service/team/shop')).status).toBe(200);
  });

  test.each([
    ['http://m1.localhost:5080/service/web/foo/bar', '/service/web/foo/bar'],
    ['http://m1.localhost:5080/foo/bar', '/service/web/foo/bar'],
    ['/foo/bar', '/service/web/foo/bar'],
    ['http://m1.localhost:31000/foo/bar', '/service/web/foo/bar'],
    ['http://m1.localhost/foo/bar', '/service/web/foo/bar'],
    ['http://m1.localhost:31001/foo/bar', 'http://m1.localhost:31001/foo/bar'],
    ['http://10.0.0.1/foo/bar', 'http://10.0.0.1/foo/bar'],
    ['https://m1.localhost:5080/foo/bar', 'https://m1.localhost:5080/foo/bar'],
    ['http://elsewhere/foo/bar', 'http://elsewhere/foo/bar'],
  ])('that redirects to %s leads to %s', async (location, seenByClient) => {
    const { ask } = router({ apps: [app('web')], service: () => new Response(null, { status: 302, headers: { location } }) });
    expect((await ask('/service/web/foo')).headers.get('location')).toBe(seenByClient);
  });

  test('that speaks https has its own addresses rewritten, and no others', async () => {
    const service = (request: Request): Response =>
      new Response(null, {
        status: 302,
        headers: { location: `${new URL(request.url).searchParams.get('scheme')}://m1.localhost:5080/x` },
      });
    const { ask } = router({ apps: [app('web', { DCOS_SERVICE_SCHEME: 'https' })], service });
    expect((await ask('/service/web/?scheme=https')).headers.get('location')).toBe('/service/web/x');
    expect((await ask('/service/web/?scheme=http')).headers.get('location')).toBe('http://m1.localhost:5080/x');
  });

  test('never sees the cookies of the dashboard, nor may it set them; its own pass', async () => {
    const service = (): Response => {
      const headers = new Headers({ 'content-security-policy': "default-src 'self'" });
      for (const cookie of ['dcos-acs-auth-cookie=mine', 'seen=1']) headers.append('set-cookie', cookie);
      return new Response('', { headers });
    };
    const { ask, reached } = router({ apps: [app('web')], service });
    const token = { authorization: `token=${SERVER_TOKEN}`, cookie: 'dcos-acs-auth-cookie=secret; own=1' };
    const answer = await ask('/service/web/', { headers: token });
    expect([reached[0]?.request.headers.get('authorization'), reached[0]?.request.headers.get('cookie')]).toEqual([null, 'own=1']);
    expect(answer.headers.getSetCookie()).toEqual(['seen=1']);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'");
  });

  test('asks for a login first, whether it exists or not', async () => {
    const { ask, seen } = router({ apps: [app('web')] });
    for (const path of ['/service/web/', '/service/nothing/']) expect((await ask(path, { headers: { accept: '*/*' } })).status).toBe(401);
    expect(seen).toEqual([]);
  });
});

describe('no service', () => {
  test('of that name is 404, and mesos-dns is not asked for what is no framework', async () => {
    const { ask, seen } = router({ frameworks: [{ ...spark, webui_url: 'file:///etc/passwd' }] });
    for (const path of ['/service/nothing/', '/service/spark/', '/service/']) {
      const answer = await ask(path);
      expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([
        404,
        expect.stringContaining('service not found'),
      ]);
    }
    expect(seen.filter(({ by }) => by === 'mesosDns')).toEqual([]);
    const page = await ask('/service/nothing/', { headers: { ...navigation, authorization: `token=${SERVER_TOKEN}` } });
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      404,
      expect.stringMatching(/^text\/html/),
      expect.stringContaining('service not found'),
    ]);
  });

  test.each([
    ['marathon', '/service/spark/', /invalid Marathon svcapps cache/],
    ['leader', '/service/spark/', /invalid Mesos state cache/],
    ['master', '/service/named/', /MesosDNS request has failed/],
  ])('can be told while %s is down: 503', async (part, path, message) => {
    const { ask } = router({ down: [part], apps: [app('web')], frameworks: [spark, { id: 'F2', name: 'named', webui_url: '' }] });
    const answer = await ask(path);
    expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([503, expect.stringMatching(message)]);
    if (part !== 'marathon') expect((await ask('/service/web/')).status).toBe(200);
  });

  test('can be reached from a page, and that is said', async () => {
    const { ask } = recordingRouter({}, async () => json({ apps: [app('web')] }));
    const answer = await ask('/service/web/');
    expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([502, expect.stringContaining('simulated')]);
  });

  test('is found at once when it comes later', async () => {
    const apps: unknown[] = [];
    const { ask } = router({ apps });
    expect((await ask('/service/web/')).status).toBe(404);
    apps.push(app('web'));
    expect((await ask('/service/web/')).status).toBe(200);
  });
});
