import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseOptions, UsageError } from './options.ts';

afterEach(() => vi.unstubAllEnvs());

function parse(args: string[], env: Record<string, string> = {}) {
  for (const [name, value] of Object.entries({ XDG_STATE_HOME: '/state', ...env })) vi.stubEnv(name, value);
  return parseOptions(args, () => {});
}

function refusal(args: string[], env: Record<string, string> = {}): UsageError {
  try {
    parse(args, env);
  } catch (fault) {
    if (fault instanceof UsageError) return fault;
    throw fault;
  }
  throw new Error('the arguments were accepted');
}

describe('the flags of npm start', () => {
  test('have defaults', () => {
    expect(parse([])).toEqual({
      machines: [],
      port: 5080,
      state: '/state/dcos-local',
      ephemeral: false,
      executor: 'auto',
      auth: true,
      basePath: '/',
      hostNames: [],
      readOnly: false,
      dnsRecursion: true,
      images: [],
      yes: false,
      open: true,
      json: false,
      keepTasks: true,
    });
  });

  test('take machine names and values', () => {
    const options = parse([
      'm1',
      'a1',
      'boot',
      '--port',
      '0',
      '--no-auth',
      '--image',
      'redis',
      '--image',
      'busybox,redis',
      '--no-open',
      '--executor',
      'process',
      '--token',
      'secret-token',
    ]);
    expect(options).toMatchObject({
      machines: ['m1', 'a1', 'boot'],
      port: 0,
      auth: false,
      images: ['redis', 'busybox'],
      open: false,
      executor: 'process',
      token: 'secret-token',
    });
  });

  test('can come from the environment, where the command line wins', () => {
    const env = {
      DCOS_LOCAL_PORT: '7000',
      DCOS_LOCAL_NO_AUTH: '1',
      DCOS_LOCAL_IMAGE: 'redis',
      DCOS_LOCAL_EPHEMERAL: '1',
      DCOS_LOCAL_STATE: '/elsewhere',
    };
    expect(parse([], env)).toMatchObject({ port: 7000, auth: false, images: ['redis'], ephemeral: true, state: '/elsewhere' });
    expect(parse(['--port', '8000'], env).port).toBe(8000);
  });

  test('give Mesos ports of its own, from the usual one or another on', () => {
    expect(parse([]).expose).toBeUndefined();
    expect(parse(['--expose']).expose).toBe(5050);
    expect(parse(['--expose', '25050', 'm1'])).toMatchObject({ expose: 25_050, machines: ['m1'] });
  });

  test('serve behind a proxy, below a path of its own and by its name', () => {
    expect(parse(['--base-path', 'tools/dcos', '--host-name', 'Tools.example.com,tools']).basePath).toBe('/tools/dcos/');
    expect(parse(['--host-name', 'Tools.example.com,tools']).hostNames).toEqual(['tools.example.com', 'tools']);
    expect(parse(['--base-path', '/']).basePath).toBe('/');
    expect(parse(['--read-only']).readOnly).toBe(true);
  });

  test('keep tasks unless the cluster is ephemeral or the user says otherwise', () => {
    expect(parse(['--ephemeral']).keepTasks).toBe(false);
    expect(parse(['--ephemeral', '--keep-tasks', 'yes']).keepTasks).toBe(true);
    expect(parse(['--keep-tasks', 'no']).keepTasks).toBe(false);
  });

  test.each([
    [['--nonsense'], /unknown option '--nonsense'/],
    [['--port', 'eighty'], /--port.*whole number/],
    [['--port', '70000'], /--port.*65535/],
    [['--executor', 'vm'], /--executor.*auto, docker, process, simulated/],
    [['--token', 'a b'], /--token.*no blanks/],
    [['--keep-tasks', 'perhaps'], /yes or no/],
    [['--public-address', '10.0.0.999'], /IPv4/],
    [['--expose', '0'], /--expose.*from 1/],
    [['--webui', '/usr/share/mesos/webui'], /--webui needs --expose/],
    [['--base-path', '/a/../b'], /--base-path.*slashes/],
    [['--host-name', 'http://tools'], /--host-name.*no port and no path/],
    [['--config'], /--config/],
  ])('refuse %j in one line', (args, message) => {
    const { exitCode, message: line } = refusal(args);
    expect(exitCode).toBe(2);
    expect(line).toMatch(message);
    expect(line).not.toContain('\n');
  });

  test('refuse a bad value of a variable too', () => {
    expect(refusal([], { DCOS_LOCAL_PORT: 'x' }).message).toMatch(/DCOS_LOCAL_PORT/);
  });

  test('list themselves and their variables with --help', () => {
    let text = '';
    expect(() => parseOptions(['--help'], (part) => (text += part))).toThrow(UsageError);
    for (const flag of [
      '--config',
      '--port',
      '--state',
      '--ephemeral',
      '--executor',
      '--no-auth',
      '--token',
      '--image',
      '--yes',
      '--no-open',
      '--json',
      '--keep-tasks',
    ])
      expect(text).toContain(flag);
    expect(text).toContain('DCOS_LOCAL_PORT');
  });
});

describe('a cluster that runs elsewhere', () => {
  const parse = (...args: string[]) => parseOptions(args, () => {}).external;

  test('is named by the URLs of its parts, several of one by comma or by saying the option again', () => {
    const external = parse('--mesos', 'http://10.0.0.5:5050,http://10.0.0.6:5050', '--mesos', 'https://m3:5050', '--chronos', 'http://c');
    expect(external?.mesos).toEqual(['http://10.0.0.5:5050', 'http://10.0.0.6:5050', 'https://m3:5050'].map((url) => new URL(url)));
    expect(Object.keys(external ?? {})).toEqual(['mesos', 'chronos']);
    expect(parse()).toBeUndefined();
  });

  test.each(['10.0.0.5:5050', 'ftp://m1', 'http://user:secret@m1', 'http://m1/?q', ''])('is not at %j', (url) => {
    expect(() => parse('--mesos', url)).toThrow(/Say the URL of a server, like http:/);
  });

  test('has no machines here', () => {
    expect(() => parse('m1', '--mesos', 'http://m1')).toThrow(/leave their names out/);
  });

  test('is another thing than an ensemble for the cluster that is started here', () => {
    const { zookeeper } = parseOptions(['m1', '--zookeeper', 'zk://u:p@h1,h2:2182'], () => {});
    expect(zookeeper).toEqual({
      servers: [
        { host: 'h1', port: 2181 },
        { host: 'h2', port: 2182 },
      ],
      path: '/',
      login: 'u:p',
    });
    expect(() => parse('--zookeeper', 'zk://h1/mesos')).toThrow(/without a path/);
    expect(() => parse('--zookeeper', 'zk://h1', '--mesos', 'http://m1')).toThrow(/leave it out/);
  });

  test('may be named by the ensemble that knows its leaders', () => {
    const servers = [{ host: 'm1', port: 2181 }];
    expect(parse('--zk', 'zk://m1')).toEqual({
      mesos: { servers, path: '/mesos' },
      marathon: { servers, path: '/marathon' },
      chronos: { servers, path: '/chronos/state' },
    });
    const mixed = parse('--zk', 'zk://u:p@m1/dc/mesos', '--marathon', 'zk://m1/dc/marathon', '--chronos', 'http://c:4400');
    expect([mixed?.mesos, mixed?.marathon, mixed?.chronos]).toEqual([
      { servers, path: '/dc/mesos', login: 'u:p' },
      { servers, path: '/dc/marathon' },
      [new URL('http://c:4400')],
    ]);
    expect(() => parse('--zk', 'm1:2181')).toThrow(/zk:\/\/10\.0\.0\.5/);
    expect(() => parse('--mesos', 'http://m1', '--mesos', 'zk://m1/mesos')).toThrow(/Say an ensemble once/);
    expect(() => parse('m1', '--zk', 'zk://m1/mesos')).toThrow(/leave their names out/);
  });
});
