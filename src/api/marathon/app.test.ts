import { describe, expect, test } from 'vitest';
import { readAppUpdate, validateApp } from './app.ts';
import type { BodyFault } from './faults.ts';

/** A small app with one thing changed. */
const app = (change: object): object => ({ id: '/group/a', cmd: 'sleep 1000', instances: 0, cpus: 0.01, mem: 16, ...change });

/** Each path with its first error: codes as they are, sentences as `*` (their words are free). */
const digest = ({ details }: BodyFault): string[] =>
  details.map(({ path, errors: [first = ''] }) => `${path} ${first.includes(' ') ? '*' : first}`).sort();

type Row = [name: string, change: object, details: string[]];

// The three tables hold what a real Marathon 1.10 answered to these bodies.
const WRONG_FORM: Row[] = [
  ['upper case', { id: '/group/Upper' }, ['/id error.pattern']],
  ['underscore', { id: '/group/a_b' }, ['/id error.pattern']],
  ['blank', { id: '/group/a b' }, ['/id error.pattern']],
  ['dash at the end', { id: '/group/a-' }, ['/id error.pattern']],
  ['dash at the start', { id: '/group/-a' }, ['/id error.pattern']],
  ['empty id', { id: '' }, ['/id error.minLength']],
  ['id is a number', { id: 12 }, ['/id error.expected.jsstring']],
  ['id is null', { id: null }, ['/id error.expected.jsstring']],
  ['empty cmd', { cmd: '' }, ['/cmd error.minLength']],
  ['cmd is a list', { cmd: ['x'] }, ['/cmd error.expected.jsstring']],
  ['instances -1', { instances: -1 }, ['/instances error.min']],
  ['instances 1.5', { instances: 1.5 }, ['/instances error.expected.int']],
  ['instances as text', { instances: '1' }, ['/instances error.expected.jsnumber']],
  ['instances beyond an int', { instances: 3000000000 }, ['/instances error.expected.int']],
  ['cpus -1', { cpus: -1 }, ['/cpus error.min']],
  ['cpus as text', { cpus: '0.1' }, ['/cpus error.expected.jsnumber']],
  ['mem -1', { mem: -1 }, ['/mem error.min']],
  ['mem true', { mem: true }, ['/mem error.expected.jsnumber']],
  ['disk -1', { disk: -1 }, ['/disk error.min']],
  ['gpus -1', { gpus: -1 }, ['/gpus error.min']],
  [
    'several at once',
    { instances: -1, cpus: -1, mem: 'x', id: '/group/Bad' },
    ['/cpus error.min', '/id error.pattern', '/instances error.min', '/mem error.expected.jsnumber'],
  ],
  ['constraint as text', { constraints: ['hostname:UNIQUE'] }, ['/constraints(0) error.expected.jsarray']],
  [
    'minimumHealthCapacity 1.2',
    { upgradeStrategy: { minimumHealthCapacity: 1.2, maximumOverCapacity: 0 } },
    ['/upgradeStrategy/minimumHealthCapacity error.max'],
  ],
  [
    'maximumOverCapacity -1',
    { upgradeStrategy: { minimumHealthCapacity: 1, maximumOverCapacity: -1 } },
    ['/upgradeStrategy/maximumOverCapacity error.min'],
  ],
  ['half an upgrade strategy', { upgradeStrategy: { minimumHealthCapacity: 0.5 } }, ['/upgradeStrategy/maximumOverCapacity *']],
  ['backoffFactor 0.5', { backoffFactor: 0.5 }, ['/backoffFactor error.min']],
  ['backoffSeconds -1', { backoffSeconds: -1 }, ['/backoffSeconds error.min']],
  ['maxLaunchDelaySeconds -1', { maxLaunchDelaySeconds: -1 }, ['/maxLaunchDelaySeconds error.min']],
  ['grace period -1', { taskKillGracePeriodSeconds: -1 }, ['/taskKillGracePeriodSeconds error.min']],
  ['killSelection unknown', { killSelection: 'RANDOM' }, ['/killSelection error.unknown.enum.literal']],
  ['labels: number', { labels: { a: 1 } }, ['/labels/a error.expected.jsstring']],
  ['labels: list', { labels: ['a'] }, ['/labels error.expected.jsobject']],
  ['env: number', { env: { A: 1 } }, ['/env/A error.expected.jsobject']],
  ['env: null value', { env: { A: null } }, ['/env/A error.expected.jsobject']],
  ['roles as text', { acceptedResourceRoles: '*' }, ['/acceptedResourceRoles error.expected.jsarray']],
  ['executor with double slash', { executor: 'a//b' }, ['/executor error.pattern']],
  ['version that is no time', { version: 'x' }, ['/version error.expected.date.isoformat']],
  ['fetch without uri', { fetch: [{}] }, ['/fetch(0)/uri *']],
];

const BROKEN_RULES: Row[] = [
  ['slash only', { id: '/' }, ['/ *', '/id *']],
  ['no command', { cmd: null }, ['/ *']],
  ['cmd of one letter', { cmd: 'x' }, ['/ *']],
  ['cmd and args', { args: ['sleep', '1'] }, ['/ *']],
  ['args empty and no cmd', { cmd: null, args: [] }, ['/ *']],
  ['operator unknown', { constraints: [['hostname', 'NEAR', 'x']] }, ['/constraints *']],
  ['operator in lower case', { constraints: [['hostname', 'unique']] }, ['/constraints *']],
  ['constraint of one word', { constraints: [['hostname']] }, ['/constraints *']],
  ['constraint of four words', { constraints: [['hostname', 'LIKE', 'a', 'b']] }, ['/constraints *']],
  ['UNIQUE with a value', { constraints: [['hostname', 'UNIQUE', 'x']] }, ['/constraints *']],
  ['LIKE without a value', { constraints: [['hostname', 'LIKE']] }, ['/constraints *']],
  ['LIKE with a broken pattern', { constraints: [['hostname', 'LIKE', '[']] }, ['/constraints *']],
  ['MAX_PER not a number', { constraints: [['hostname', 'MAX_PER', 'x']] }, ['/constraints *']],
  ['GROUP_BY not a number', { constraints: [['hostname', 'GROUP_BY', 'x']] }, ['/constraints *']],
  [
    'expunge before inactive',
    { unreachableStrategy: { inactiveAfterSeconds: 20, expungeAfterSeconds: 10 } },
    ['/unreachableStrategy/inactiveAfterSeconds *'],
  ],
  ['env: empty name', { env: { '': 'x' } }, ['/env/keys(0) *']],
  ['env: secret that is not declared', { env: { A: { secret: 's' } } }, ['/env *', '/env/A/secret *']],
  ['secrets', { secrets: { s: { source: '/x' } }, env: { A: { secret: 's' } } }, ['/env *', '/secrets *']],
  ['acceptedResourceRoles empty', { acceptedResourceRoles: [] }, ['/acceptedResourceRoles *']],
  ['a role of others', { acceptedResourceRoles: ['other'] }, ['/acceptedResourceRoles *']],
  ['a role that is not allowed', { role: 'other' }, ['/role *']],
  ['dependency on itself', { dependencies: ['/group/a'] }, ['/ *']],
  ['dependency with a bad id', { dependencies: ['/Bad Id'] }, ['/dependencies(0) *']],
  ['single instance label, two instances', { instances: 2, labels: { MARATHON_SINGLE_INSTANCE_APP: 'true' } }, ['/ *']],
  ['fetch with bad uri', { fetch: [{ uri: '::not a uri' }] }, ['/fetch(0)/uri *']],
];

const ACCEPTED: [name: string, change: object][] = [
  ['double slash inside', { id: '/group//a' }],
  ['dots above the root', { id: '../../a' }],
  ['cpus 0', { cpus: 0 }],
  ['gpus 1 without a Mesos container', { gpus: 1 }],
  ['unknown field', { id: '/group/unknown-field', nonsense: 1, Instances: 4 }],
  ['CLUSTER with an empty value', { constraints: [['hostname', 'CLUSTER', '']] }],
  ['maxLaunchDelay below backoff', { backoffSeconds: 10, maxLaunchDelaySeconds: 5 }],
  ['unreachableStrategy as other text', { unreachableStrategy: 'never' }],
];

describe('the body of a new app', () => {
  test.each(WRONG_FORM)('is refused as no app: %s', (_, change, details) => {
    const checked = validateApp(app(change));
    expect(checked.ok ? [] : digest(checked.error)).toEqual(details);
    expect(checked).toMatchObject({ ok: false, error: { message: 'Invalid JSON' } });
  });

  test.each(BROKEN_RULES)('is refused as against a rule: %s', (_, change, details) => {
    const checked = validateApp(app(change));
    expect(checked.ok ? [] : digest(checked.error)).toEqual(details);
    expect(checked).toMatchObject({ ok: false, error: { message: 'Object is not valid' } });
  });

  test.each(ACCEPTED)('is accepted: %s', (_, change) => {
    expect(validateApp(app(change))).toMatchObject({ ok: true });
  });

  test.each([
    ['null', null],
    ['a list', []],
    ['a number', 7],
    ['text', 'a'],
  ])('has to be an object, not %s', (_, body) => {
    expect(validateApp(body)).toMatchObject({ ok: false, error: { message: 'Invalid JSON', details: [{ path: '/id' }] } });
  });

  test('without an id says so at the id', () => {
    const checked = validateApp({ cmd: 'sleep 1' });
    expect(checked).toMatchObject({
      ok: false,
      error: { details: [{ path: '/id', errors: [`'id' is undefined on object: {"cmd":"sleep 1"}`] }] },
    });
  });

  test('reads null as not given', () => {
    const checked = validateApp(app({ env: null, container: null, upgradeStrategy: null, user: null }));
    expect(checked.ok && Object.keys(checked.app)).not.toContain('container');
    expect(checked).toMatchObject({ ok: true, app: { upgradeStrategy: { minimumHealthCapacity: 1, maximumOverCapacity: 1 } } });
  });

  test('names a place in a list by its index', () => {
    const checked = validateApp(app({ container: { type: 'DOCKER', docker: { image: 'a' }, portMappings: [{}, { hostPort: 70_000 }] } }));
    expect(checked.ok ? [] : digest(checked.error)).toEqual(['/container/portMappings(1)/hostPort error.max']);
  });
});

describe('networks, ports and checks', () => {
  const bridge = { networks: [{ mode: 'container/bridge' }], container: { type: 'DOCKER', docker: { image: 'busybox' } } };
  const ports = (...names: string[]): object => ({ portDefinitions: names.map((name) => ({ name })) });

  test.each<Row>([
    ['a check of a port that is not there', { healthChecks: [{ portIndex: 1 }] }, ['/healthChecks(0) *']],
    ['a COMMAND check without a command', { healthChecks: [{ protocol: 'COMMAND' }] }, ['/healthChecks(0) *']],
    ['an HTTP check with a command', { healthChecks: [{ command: { value: 'true' } }] }, ['/healthChecks(0) *']],
    ['a check of port and index', { healthChecks: [{ port: 80, portIndex: 0 }] }, ['/healthChecks(0) *']],
    ['two checks by Mesos', { healthChecks: [{ protocol: 'MESOS_TCP' }, { protocol: 'MESOS_HTTP' }] }, ['/healthChecks *']],
    ['two ports of one name', ports('web', 'web'), ['/portDefinitions *']],
    ['two ports of one number', { portDefinitions: [{ port: 80 }, { port: 80 }] }, ['/portDefinitions *']],
    [
      'host ports used twice',
      { ...bridge, container: { ...bridge.container, portMappings: [{ hostPort: 31_000 }, { hostPort: 31_000 }] } },
      ['/container/portMappings *'],
    ],
    ['a container network without a name', { networks: [{ mode: 'container' }], container: bridge.container }, ['/networks(0) *']],
    ['host and bridge', { networks: [{ mode: 'host' }, { mode: 'container/bridge' }] }, ['/networks *']],
    ['readiness of a port that is not named', { readinessChecks: [{ portName: 'api' }] }, ['/readinessChecks(0)/portName *']],
    [
      'readiness slower than its interval',
      { ...ports('api'), readinessChecks: [{ portName: 'api', intervalSeconds: 5, timeoutSeconds: 5 }] },
      ['/readinessChecks(0)/timeoutSeconds *'],
    ],
    ['Docker without an image', { container: { type: 'DOCKER' } }, ['/container/docker *']],
    ['an empty image', { container: { type: 'DOCKER', docker: { image: '' } } }, ['/container/docker/image *']],
    [
      'a host volume without a mode',
      { container: { volumes: [{ containerPath: '/a', hostPath: '/b' }] } },
      ['/container/volumes(0)/mode *'],
    ],
    [
      'a persistent volume with a path of two',
      { container: { volumes: [{ containerPath: 'a/b', persistent: { size: 1 } }] } },
      ['/container/volumes(0)/containerPath *'],
    ],
    ['residency without a volume', { residency: {} }, ['/ *']],
  ])('are refused: %s', (_, change, details) => {
    const checked = validateApp(app(change));
    expect(checked.ok ? [] : digest(checked.error)).toEqual(details);
  });

  test('two checks by Marathon and one by Mesos are fine', () => {
    expect(validateApp(app({ healthChecks: [{}, { protocol: 'TCP' }, { protocol: 'MESOS_TCP' }] }))).toMatchObject({ ok: true });
  });
});

test('the role of the top-level group may be used', () => {
  expect(validateApp(app({ role: 'group' }))).toMatchObject({ ok: true, app: { role: 'group' } });
});

test('a change needs no id', () => {
  expect(readAppUpdate({ instances: 3 })).toEqual({ ok: true, app: { instances: 3 } });
});
