import { describe, expect, test } from 'vitest';
import { createCachedSource } from './cached-source.ts';
import { findFramework, webUiOf } from './framework-services.ts';
import { marathonServices, type ServiceApp } from './marathon-services.ts';
import { serviceCandidates } from './service-id.ts';

describe('a path below /service', () => {
  test.each([
    ['/web/', [['web', '/web', '/']]],
    [
      '/team/web/index.html',
      [
        ['team', '/team', '/web/index.html'],
        ['web.team', '/team/web', '/index.html'],
        ['index.html.web.team', '/team/web/index.html', ''],
      ],
    ],
    [
      '/a%2Fb/x',
      [
        ['b.a', '/a%2Fb', '/x'],
        ['x.b.a', '/a%2Fb/x', ''],
      ],
    ],
    ['/', []],
    ['/%zz/x', []],
  ])('%s can be read as %j', (path, readings) => {
    expect(serviceCandidates(path).map(({ id, prefix, rest }) => [id, prefix, rest])).toEqual(readings);
  });

  test('is not read deeper than ten segments', () => {
    expect(serviceCandidates('/x'.repeat(50))).toHaveLength(10);
  });
});

const LABELS = { DCOS_SERVICE_NAME: 'web', DCOS_SERVICE_SCHEME: 'http', DCOS_SERVICE_PORT_INDEX: '0' };
const running = { state: 'TASK_RUNNING', host: '10.0.0.1', ports: [31_000, 31_001] };
const inContainer = { ...running, ipAddresses: [{ ipAddress: '172.16.0.2' }] };

/** Where the app's service is; else why it is none. */
const whereIs = (app: ServiceApp): string | undefined => {
  const { services, skipped } = marathonServices([{ id: '/web', labels: LABELS, tasks: [running], ...app }]);
  return [...services.values()][0]?.url.href ?? skipped[0];
};

describe('an app is a service', () => {
  test.each<[string, ServiceApp, string]>([
    ['on the host', {}, 'http://10.0.0.1:31000/'],
    ['at the port said', { labels: { ...LABELS, DCOS_SERVICE_PORT_INDEX: '1' } }, 'http://10.0.0.1:31001/'],
    ['by https', { labels: { ...LABELS, DCOS_SERVICE_SCHEME: 'https' } }, 'https://10.0.0.1:31000/'],
    [
      'where its first running task is',
      { tasks: [{ state: 'TASK_STAGING', host: '10.0.0.9', ports: [1] }, running] },
      'http://10.0.0.1:31000/',
    ],
    [
      'on a bridge',
      { networks: [{ mode: 'container/bridge' }], container: { portMappings: [{ containerPort: 80 }] }, tasks: [inContainer] },
      'http://10.0.0.1:31000/',
    ],
    [
      'on a network of containers',
      { networks: [{ mode: 'container' }], container: { portMappings: [{ containerPort: 80 }] }, tasks: [inContainer] },
      'http://172.16.0.2/',
    ],
    [
      'there at a port that was drawn',
      { networks: [{ mode: 'container' }], container: { portMappings: [{ containerPort: 0 }] }, tasks: [inContainer] },
      'http://172.16.0.2:31000/',
    ],
  ])('%s', (_, app, url) => expect(whereIs(app)).toBe(url));

  test.each<[string, ServiceApp, RegExp]>([
    ['scheme', { labels: { ...LABELS, DCOS_SERVICE_SCHEME: undefined } }, /DCOS_SERVICE_SCHEME/],
    ['port index', { labels: { ...LABELS, DCOS_SERVICE_PORT_INDEX: undefined } }, /DCOS_SERVICE_PORT_INDEX/],
    ['port index that is a number', { labels: { ...LABELS, DCOS_SERVICE_PORT_INDEX: 'first' } }, /DCOS_SERVICE_PORT_INDEX/],
    ['port of that index', { labels: { ...LABELS, DCOS_SERVICE_PORT_INDEX: '7' } }, /no port with the index 7/],
    ['task that runs', { tasks: [{ ...running, state: 'TASK_STAGING' }] }, /none of its tasks runs/],
    ['host', { tasks: [{ ...running, host: '' }] }, /no host/],
    ['mapping of that index', { networks: [{ mode: 'container' }], tasks: [inContainer] }, /no port mapping/],
  ])('not without a %s, and that is said', (_, app, reason) => expect(whereIs(app)).toMatch(reason));

  test('not without the label, which is nothing to tell of', () => {
    expect(marathonServices([{ id: '/web', tasks: [running] }])).toEqual({ services: new Map(), skipped: [] });
  });

  test.each([
    ['false', false],
    [false, false],
    ['yes', true],
    ['', true],
    [undefined, true],
  ])('the label DCOS_SERVICE_REWRITE_REQUEST_URLS %j: strips the prefix %s', (label, strips) => {
    const { services } = marathonServices([{ labels: { ...LABELS, DCOS_SERVICE_REWRITE_REQUEST_URLS: label }, tasks: [running] }]);
    expect(services.get('web')?.stripsPrefix).toBe(strips);
  });
});

describe('a framework', () => {
  const frameworks = [
    { id: 'F1', name: 'spark', pid: 'scheduler@10.0.0.1:4000', webui_url: 'http://10.0.0.1:4040' },
    { id: 'spark', name: 'other' },
    { id: 'F2', name: 'twice' },
    { id: 'F3', name: 'twice' },
    { id: 'F4', name: 'team/jenkins' },
  ];
  test.each([
    ['F1', 'F1'],
    ['spark', 'spark'],
    ['twice', 'F3'],
    ['jenkins.team', 'F4'],
    ['nothing', undefined],
  ])('%s is found: its id before its name, of one name the last', (id, found) => {
    expect(findFramework(frameworks, id)?.id).toBe(found);
  });

  test.each([
    ['http://10.0.0.1:4040', 'http://10.0.0.1:4040/'],
    ['http://10.0.0.7:4040/ui/?x#y', 'http://10.0.0.7:4040/ui/'],
    ['http://169.254.169.254/latest', 'http://10.0.0.1/latest'],
    ['http://user:word@10.0.0.7/', 'http://10.0.0.7/'],
    ['file:///etc/passwd', undefined],
    ['', undefined],
  ])('with the web UI %s is only asked at hosts that the cluster knows: %s', (webui_url, url) => {
    const agents = [{ hostname: 'a7', pid: 'slave(1)@10.0.0.7:5051' }];
    expect(webUiOf({ pid: 'scheduler@10.0.0.1:4000', webui_url }, agents)?.href).toBe(url);
  });

  test('whose web UI is at a host that nobody knows, with no address of its own, has none', () => {
    expect(webUiOf({ webui_url: 'http://elsewhere/' }, [])).toBeUndefined();
  });
});

describe('what was read of a part', () => {
  const DAY_MS = 24 * 60 * 60 * 1000;
  const source = () => {
    const state = { now: 0, answer: 'first' as string | Error, loads: 0, warnings: [] as string[] };
    const load = async (): Promise<string> => {
      state.loads++;
      if (state.answer instanceof Error) throw state.answer;
      return state.answer;
    };
    const cached = createCachedSource('Marathon', load, { now: () => state.now, warn: (message) => state.warnings.push(message) });
    return { state, cached };
  };

  test('is read once by all who ask at a time, and again when it is too old', async () => {
    const { state, cached } = source();
    expect(await Promise.all([cached.read(1_000), cached.read(1_000), cached.read(0)])).toEqual(['first', 'first', 'first']);
    state.answer = 'second';
    state.now = 999;
    expect(await cached.read(1_000)).toBe('first');
    expect(await cached.read(999)).toBe('second');
    expect(state.loads).toBe(2);
  });

  test('is good for three days without the part, with a warning after a while, and not for ever', async () => {
    const { state, cached } = source();
    await cached.read(0);
    state.answer = new Error('down');
    state.now = 70_000;
    expect([await cached.read(0), state.warnings]).toEqual(['first', []]);
    state.now = 3 * DAY_MS;
    expect(await cached.read(0)).toBe('first');
    expect(state.warnings).toEqual([expect.stringContaining('Marathon has not answered')]);
    state.now++;
    await expect(cached.read(0)).rejects.toThrow('down');
  });

  test('is an error when the part never answered', async () => {
    const { state, cached } = source();
    state.answer = new Error('down');
    await expect(cached.read(0)).rejects.toThrow('down');
    state.answer = 'up';
    expect(await cached.read(0)).toBe('up');
  });
});
