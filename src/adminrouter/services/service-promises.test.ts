import { afterEach, describe, expect, test, vi } from 'vitest';
import { json, type Fetch } from '../../api/http/fetch.ts';
import { recordingRouter } from '../testing/recording-router.ts';

// What DC/OS' adminRouter promises of the way to services, where it is more than one table can show.

const app = (name: string, labels: object = {}) => ({
  id: `/${name}`,
  labels: { DCOS_SERVICE_NAME: name, DCOS_SERVICE_SCHEME: 'http', DCOS_SERVICE_PORT_INDEX: '0', ...labels },
  tasks: [{ state: 'TASK_RUNNING', host: '10.0.0.1', ports: [31_000] }],
});
const framework = (id: string, name: string, webui_url: string) => ({ id, name, pid: 'scheduler@10.0.0.7:4000', webui_url });

interface Parts {
  marathon: Fetch;
  mesos: Fetch;
  mesosDns: Fetch;
}

const apps =
  (...all: object[]): Fetch =>
  async () =>
    json({ apps: all });
const frameworks =
  (...all: object[]): Fetch =>
  async () =>
    json({ frameworks: all, slaves: [] });
const record =
  (ip: string, port: string): Fetch =>
  async () =>
    json([{ ip, port }]);
const down: Fetch = async () => Promise.reject(new Error('down'));

/** A router whose parts answer so; by default they know nothing. `reached`: the URLs of services that were asked. */
function router({ marathon = apps(), mesos = frameworks(), mesosDns = record('', '') }: Partial<Parts>, location?: string) {
  const reached: string[] = [];
  const asked: Request[] = [];
  const connect =
    (url: URL): Fetch =>
    async (request) => {
      reached.push(url.origin + url.pathname.replace(/\/$/, '') + new URL(request.url).pathname);
      return new Response('', location === undefined ? {} : { status: 302, headers: { location } });
    };
  const { ask, clock } = recordingRouter({ connect }, (request) => {
    asked.push(request);
    const { host, pathname } = new URL(request.url);
    if (pathname.startsWith('/v1/services/')) return mesosDns(request);
    return host.startsWith('marathon') || pathname.startsWith('/v2/') ? marathon(request) : mesos(request);
  });
  return { ask, reached, asked, clock };
}

describe('which service is meant', () => {
  const spark = framework('F1', 'spark', 'http://10.0.0.7:4040');
  const unnamed = framework('F2', 'spark', '');
  test.each<[string, Partial<Parts>, string]>([
    ['an app before a framework', { marathon: apps(app('spark')), mesos: frameworks(spark) }, 'http://10.0.0.1:31000/x'],
    ['an app before mesos-dns', { marathon: apps(app('spark')), mesos: frameworks(unnamed) }, 'http://10.0.0.1:31000/x'],
    ['a web UI before mesos-dns', { mesos: frameworks(spark), mesosDns: record('10.0.0.9', '1') }, 'http://10.0.0.7:4040/x'],
    [
      'an id before a name',
      { mesos: frameworks(framework('F3', 'spark', 'http://10.0.0.7:1'), framework('spark', 'other', 'http://10.0.0.7:2')) },
      'http://10.0.0.7:2/x',
    ],
    ['mesos-dns last', { mesos: frameworks(unnamed), mesosDns: record('10.0.0.9', '31500') }, 'http://10.0.0.9:31500/x'],
    ['an app by https', { marathon: apps(app('spark', { DCOS_SERVICE_SCHEME: 'https' })) }, 'https://10.0.0.1:31000/x'],
    ['a web UI by https', { mesos: frameworks(framework('F1', 'spark', 'https://10.0.0.7:4040')) }, 'https://10.0.0.7:4040/x'],
    [
      'a web UI with a slash at its end',
      { mesos: frameworks(framework('F1', 'spark', 'http://10.0.0.7:4040/')) },
      'http://10.0.0.7:4040/x',
    ],
    ['a web UI below a path', { mesos: frameworks(framework('F1', 'spark', 'http://10.0.0.7:4040/ui/')) }, 'http://10.0.0.7:4040/ui/x'],
  ])('%s', async (_, parts, url) => {
    const { ask, reached } = router(parts);
    expect((await ask('/service/spark/x')).status).toBe(200);
    expect(reached).toEqual([url]);
  });

  test.each(['yes', 'true', '1', 'make it so', 'whatever', '', undefined])(
    'a label %j passes requests on as one that is not there',
    async (value) => {
      const labels = { DCOS_SERVICE_REWRITE_REQUEST_URLS: value, DCOS_SERVICE_REQUEST_BUFFERING: value };
      const { ask, reached } = router({ marathon: apps(app('web', labels)) });
      await ask('/service/web/x');
      expect(reached).toEqual(['http://10.0.0.1:31000/x']);
    },
  );

  test.each(['false', false])('the label %j keeps the prefix; how bodies flow is the same with and without it', async (value) => {
    const labels = { DCOS_SERVICE_REWRITE_REQUEST_URLS: value, DCOS_SERVICE_REQUEST_BUFFERING: value };
    const { ask, reached } = router({ marathon: apps(app('web', labels)) });
    await ask('/service/web/x');
    expect(reached).toEqual(['http://10.0.0.1:31000/service/web/x']);
  });

  test.each([
    ['http://m1.localhost:5080/y', 'http://m1.localhost:5080/y'],
    ['https://m1.localhost:5080/y', '/service/spark/y'],
  ])('a framework that speaks https redirects to %s, which is %s', async (location, seen) => {
    const { ask } = router({ mesos: frameworks(framework('F1', 'spark', 'https://10.0.0.7:4040')) }, location);
    expect((await ask('/service/spark/x')).headers.get('location')).toBe(seen);
  });
});

describe('what the router asks of the parts', () => {
  test('is asked in its own name, not in that of a client', async () => {
    const { ask, asked } = router({ mesos: frameworks(framework('F1', 'spark', '')), mesosDns: record('10.0.0.9', '1') });
    await ask('/service/spark/x');
    expect(asked.map(({ url }) => new URL(url).pathname)).toEqual([
      '/v2/apps',
      '/state-summary',
      '/v1/services/_spark._tcp.marathon.mesos',
    ]);
    for (const { headers } of asked)
      expect([headers.get('user-agent'), headers.has('authorization')]).toEqual(['Master Admin Router', false]);
  });

  test('is waited for by the first that asks, however slow it is, and by all who ask meanwhile', async () => {
    const slow = Promise.withResolvers<Response>();
    const { ask, asked } = router({ marathon: () => slow.promise });
    const answers = Promise.all(Array.from({ length: 5 }, () => ask('/service/web/')));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    slow.resolve(json({ apps: [app('web')] }));
    expect((await answers).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(asked).toHaveLength(1);
  });

  test('changes are seen: an app that moved, and one that is gone', async () => {
    const known = [app('web')];
    const { ask, reached, clock } = router({ marathon: async () => json({ apps: known }) });
    await ask('/service/web/');
    known[0] = { ...app('web'), tasks: [{ state: 'TASK_RUNNING', host: '10.0.0.2', ports: [31_001] }] };
    clock.now += 1_000;
    await ask('/service/web/');
    known.length = 0;
    clock.now += 1_000;
    expect((await ask('/service/web/')).status).toBe(404);
    expect(reached).toEqual(['http://10.0.0.1:31000/', 'http://10.0.0.2:31001/']);
  });
});

describe('while a part is out of order', () => {
  afterEach(() => void vi.useRealTimers());
  const metronome = framework('F4', 'metronome', 'http://10.0.0.7:9000');

  test('Marathon: no framework is found that an app could stand in for, but metronome is; so is Marathon itself', async () => {
    const { ask, reached } = router({ marathon: down, mesos: frameworks(metronome, framework('F1', 'spark', 'http://10.0.0.7:1')) });
    expect((await ask('/service/spark/x')).status).toBe(503);
    expect((await ask('/service/metronome/v1/jobs')).status).toBe(200);
    expect((await ask('/service/marathon/v2/apps')).status).toBe(502);
    expect(reached).toEqual(['http://10.0.0.7:9000/v1/jobs']);
  });

  test('Mesos: apps are found, frameworks and what mesos-dns knows are not', async () => {
    const { ask, reached } = router({ marathon: apps(app('web')), mesos: down, mesosDns: record('10.0.0.9', '1') });
    expect((await ask('/service/web/x')).status).toBe(200);
    expect((await ask('/service/spark/x')).status).toBe(503);
    expect(reached).toHaveLength(1);
  });

  test.each<[string, Fetch]>([
    ['answers no JSON', async () => new Response('{"broken"')],
    ['answers 500', async () => new Response('', { status: 500 })],
    ['answers 404', async () => new Response('', { status: 404 })],
  ])('mesos-dns: one that %s is 503', async (_, mesosDns) => {
    const { ask } = router({ mesos: frameworks(framework('F1', 'spark', '')), mesosDns });
    const answer = await ask('/service/spark/x');
    expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ message: expect.stringContaining('MesosDNS') })]);
  });

  test('for a while: what was known is good; for days: it is not, and each for itself', async () => {
    let marathon = apps(app('web'));
    const { ask, clock } = router({ marathon: (request) => marathon(request), mesos: frameworks(metronome) });
    expect((await ask('/service/web/')).status).toBe(200);
    marathon = down;
    clock.now += 60 * 60 * 1_000;
    expect((await ask('/service/web/')).status).toBe(200);
    clock.now += 3 * 24 * 60 * 60 * 1_000;
    expect((await ask('/service/web/')).status).toBe(503);
    expect((await ask('/service/metronome/')).status).toBe(200);
  });
});
