import { describe, expect, test } from 'vitest';
import { marathon, running } from './ask.test-support.ts';

const sleep = { cmd: 'sleep 1000', instances: 0, cpus: 0.01, mem: 16 };
const POST = { id: '/a', ...sleep };

describe('POST /v2/apps', () => {
  test('answers with the app as stored, before its ports are assigned', async () => {
    const { ask } = marathon();
    const { status, headers, body, text } = await ask('POST', '/v2/apps', POST);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe('http://m1.test:8080/a');
    expect(headers.get('marathon-deployment-id')).toBe(body.deployments[0].id);
    expect(text).toBe(
      '{"id":"/a","backoffFactor":1.15,"backoffSeconds":1,"cmd":"sleep 1000","cpus":0.01,"disk":0,"executor":"","instances":0,' +
        '"labels":{},"maxLaunchDelaySeconds":300,"mem":16,"gpus":0,"networks":[{"mode":"host"}],' +
        '"portDefinitions":[{"port":0,"name":"default","protocol":"tcp"}],"requirePorts":false,' +
        '"upgradeStrategy":{"maximumOverCapacity":1,"minimumHealthCapacity":1},"version":"2016-04-26T09:00:00.001Z",' +
        '"killSelection":"YOUNGEST_FIRST","unreachableStrategy":{"inactiveAfterSeconds":0,"expungeAfterSeconds":0},' +
        '"role":"slave_public","tasksStaged":0,"tasksRunning":0,"tasksHealthy":0,"tasksUnhealthy":0,' +
        `"deployments":[{"id":"${body.deployments[0].id}"}]}`,
    );
  });

  test('makes the groups on the way, and resolves untidy ids', async () => {
    const { ask } = marathon();
    const ids = [];
    for (const id of ['/g/a/b/one', 'g/a/two', '/g/a/three/', '/g//four', '../../five']) {
      ids.push((await ask('POST', '/v2/apps', { ...sleep, id })).body.id);
    }
    expect(ids).toEqual(['/g/a/b/one', '/g/a/two', '/g/a/three', '/g/four', '/five']);
    expect((await ask('GET', '/v2/groups/g?embed=group.groups')).body.groups).toMatchObject([{ id: '/g/a', groups: [{ id: '/g/a/b' }] }]);
  });

  test('takes relative dependencies from the root', async () => {
    const { ask } = marathon();
    const { body } = await ask('POST', '/v2/apps', { ...sleep, id: '/g/a', dependencies: ['two', '../x', '/g/b'] });
    expect(body.dependencies).toEqual(['/two', '/x', '/g/b']);
  });

  test.each(['', '?force=true'])('of an id that is taken is a conflict without deployments (%s)', async (query) => {
    const { ask } = marathon();
    await ask('POST', '/v2/apps', POST);
    const { status, body } = await ask('POST', `/v2/apps${query}`, POST);
    expect([status, body]).toEqual([409, { message: 'An app with id [/a] already exists.' }]);
  });

  test.each([
    ['an app where a group is', '/g', undefined],
    ['an app below an app', '/g/a/deeper', undefined],
    ['a dependency that comes back', '/b', ['/g/a']],
  ])('is refused for %s, and nothing changes', async (_, id, dependencies) => {
    const { ask, core } = marathon();
    await ask('POST', '/v2/apps', { ...sleep, id: '/g/a', dependencies: ['/b'] });
    const before = core.root();
    const { status, body } = await ask('POST', '/v2/apps', { ...sleep, id, ...(dependencies && { dependencies }) });
    expect([status, body.message]).toEqual([422, 'Object is not valid']);
    expect(core.root()).toBe(before);
  });

  test('tells the event stream what was posted, or why not', async () => {
    const { ask, core } = marathon();
    await ask('POST', '/v2/apps', POST);
    await ask('POST', '/v2/apps', POST);
    expect(core.events).toMatchObject([
      { eventType: 'api_post_event', uri: '/v2/apps', appDefinition: { id: '/a', version: '2016-04-26T09:00:00.001Z' } },
      { eventType: 'group_change_failed', groupId: '/', reason: 'An app with id [/a] already exists.' },
    ]);
  });
});

describe('GET of one app', () => {
  test('has tasks, counts, deployments and the last failure', async () => {
    const { ask, core } = marathon();
    await ask('POST', '/v2/apps', POST);
    const failure = { appId: '/a', host: 'a1', message: 'no', state: 'TASK_FAILED' as const, taskId: 't', timestamp: 'x', version: 'v' };
    core.failures.set('/a', failure);
    core.running = [running('/a', 1), running('/a', 2, { condition: 'Staging', state: 'TASK_STAGING' })];
    const { app } = (await ask('GET', '/v2/apps//a/')).body;
    expect(app).toMatchObject({ tasksStaged: 1, tasksRunning: 1, deployments: [], lastTaskFailure: failure });
    expect(app.tasks).toHaveLength(2);
    expect(app.portDefinitions).toEqual([{ port: 10_000, name: 'default', protocol: 'tcp' }]);
    expect(app.versionInfo).toEqual({ lastScalingAt: app.version, lastConfigChangeAt: app.version });
  });

  test('below a group by an asterisk', async () => {
    const { ask } = marathon();
    for (const id of ['/g/a', '/g/h/b', '/c']) await ask('POST', '/v2/apps', { ...sleep, id });
    const below = (await ask('GET', '/v2/apps/g/*')).body['*'];
    expect(below.map(({ id }: { id: string }) => id)).toEqual(['/g/a', '/g/h/b']);
    expect((await ask('GET', '/v2/apps/none/*')).body).toEqual({ message: "Group '/none' does not exist", details: [] });
  });
});

describe('GET /v2/apps', () => {
  test.each([
    ['', ['/a', '/b']],
    ['?id=A', ['/a']],
    ['?id=', ['/a', '/b']],
    ['?cmd=SLEEP', ['/a']],
    ['?label=tier%3D%3Dback', ['/b']],
    ['?label=tier&id=a', ['/a']],
  ])('%s lists %j', async (query, ids) => {
    const { ask } = marathon();
    await ask('POST', '/v2/apps', { ...POST, labels: { tier: 'front' } });
    await ask('POST', '/v2/apps', { ...POST, id: '/b', cmd: 'node server', labels: { tier: 'back' } });
    const { apps } = (await ask('GET', `/v2/apps${query}`)).body;
    expect(apps.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  const ALWAYS = ['tasksStaged', 'tasksRunning', 'tasksHealthy', 'tasksUnhealthy', 'deployments'];
  test.each([
    ['', []],
    ['?embed=apps.tasks', ['tasks']],
    ['?embed=app.tasks', ['tasks']],
    ['?embed=apps.readiness', ['readinessCheckResults']],
    ['?embed=apps.failures', ['tasks', 'lastTaskFailure']],
    ['?embed=apps.taskStats', ['tasksStats']],
    ['?embed=no-such', []],
  ])('%s adds %j to counts and deployments', async (query, more) => {
    const { ask, core } = marathon();
    await ask('POST', '/v2/apps', POST);
    core.failures.set('/a', { appId: '/a', host: 'a1', message: '', state: 'TASK_FAILED', taskId: 't', timestamp: 'x', version: 'v' });
    const plain = new Set(Object.keys((await ask('GET', '/v2/apps/a/versions/2016-04-26T09:00:00.001Z')).body));
    const [app] = (await ask('GET', `/v2/apps${query}`)).body.apps;
    expect(Object.keys(app).filter((key) => !plain.has(key))).toEqual([...ALWAYS, ...more]);
  });

  test('refuses a selector that it cannot read', async () => {
    expect((await marathon().ask('GET', '/v2/apps?label=a%3D%3D%3Db')).status).toBe(422);
  });
});

describe('PUT of one app', () => {
  test('creates with 201 and Location, then changes with 200', async () => {
    const { ask } = marathon();
    const made = await ask('PUT', '/v2/apps/g/a', sleep);
    expect([made.status, made.headers.get('location'), Object.keys(made.body)]).toEqual([
      201,
      'http://m1.test:8080/g/a',
      ['deploymentId', 'version'],
    ]);
    const changed = await ask('PUT', '/v2/apps/g/a', { mem: 24, id: '/other' });
    expect([changed.status, changed.headers.get('location')]).toEqual([200, null]);
    expect((await ask('GET', '/v2/apps/g/a')).body.app).toMatchObject({ id: '/g/a', cmd: 'sleep 1000', mem: 24 });
  });

  test('with partialUpdate=false forgets what is left out', async () => {
    const { ask } = marathon();
    await ask('PUT', '/v2/apps/a', { ...sleep, env: { A: '1' } });
    await ask('PUT', '/v2/apps/a?partialUpdate=false', { args: ['sleep', '1'], instances: 0 });
    const { app } = (await ask('GET', '/v2/apps/a')).body;
    for (const key of ['env', 'cmd']) expect(app).not.toHaveProperty(key);
    expect(app).toMatchObject({ args: ['sleep', '1'], mem: 128, portDefinitions: [{ port: 10_000 }] });
  });

  test('with a version goes back to it, with its instances', async () => {
    const { ask } = marathon();
    const { version } = (await ask('PUT', '/v2/apps/a', { ...sleep, env: { V: '1' } })).body;
    await ask('PUT', '/v2/apps/a', { env: { V: '2' }, instances: 2 });
    expect((await ask('PUT', '/v2/apps/a', { id: '/a', version })).status).toBe(200);
    expect((await ask('GET', '/v2/apps/a')).body.app).toMatchObject({ env: { V: '1' }, instances: 0 });
    expect((await ask('GET', '/v2/apps/a/versions')).body.versions).toHaveLength(3);
  });

  test.each([
    ['a version and more', { version: '2020-01-01T00:00:00.000Z', mem: 5 }, 422],
    ['an unknown version', { version: '2020-01-01T00:00:00.000Z' }, 404],
    ['a command beside arguments', { args: ['a'] }, 422],
    ['a wrong value', { cpus: -1 }, 422],
  ])('is refused for %s and leaves no version', async (_, body, status) => {
    const { ask } = marathon();
    await ask('POST', '/v2/apps', POST);
    expect((await ask('PUT', '/v2/apps/a', body)).status).toBe(status);
    expect((await ask('GET', '/v2/apps/a/versions')).body.versions).toHaveLength(1);
  });

  test('PATCH never creates', async () => {
    const { ask } = marathon();
    expect((await ask('PATCH', '/v2/apps/a', sleep)).body).toEqual({ message: "App '/a' does not exist" });
    await ask('POST', '/v2/apps', POST);
    expect((await ask('PATCH', '/v2/apps/a', { mem: 20 })).status).toBe(200);
  });
});

describe('a list of apps', () => {
  test('is one deployment, and creates apps without a port', async () => {
    const { ask, core } = marathon();
    await ask('POST', '/v2/apps', POST);
    await ask('PUT', '/v2/apps', [
      { id: '/a', mem: 24 },
      { ...sleep, id: '/b' },
    ]);
    expect(core.calls.at(-1)).toBe('update /a /b');
    expect(core.app('/b')?.portDefinitions).toEqual([]);
  });

  test.each([
    ['one without an id', 'PUT', [{ id: '/a', mem: 24 }, { mem: 1 }], 422],
    ['one that is no object', 'PUT', [1], 422],
    [
      'one with a fault',
      'PUT',
      [
        { id: '/a', mem: 24 },
        { id: '/b', cmd: 'sleep 1', cpus: -1 },
      ],
      422,
    ],
    [
      'an unknown one in a PATCH',
      'PATCH',
      [
        { id: '/a', mem: 24 },
        { ...sleep, id: '/b' },
      ],
      404,
    ],
  ])('is refused whole for %s', async (_, method, body, status) => {
    const { ask, core } = marathon();
    await ask('POST', '/v2/apps', POST);
    expect((await ask(method, '/v2/apps', body)).status).toBe(status);
    expect(core.app('/a')?.mem).toBe(16);
  });

  test('says in which one the fault is', async () => {
    const { body } = await marathon().ask('PUT', '/v2/apps', [{ id: '/a' }, { id: '/b', cpus: -1 }]);
    expect(body.details).toEqual([{ path: '(1)/cpus', errors: ['error.min'] }]);
  });
});

describe('while a deployment runs', () => {
  const LOCKED = {
    message:
      "App is locked by one or more deployments. Override with the option '?force=true'. View details at '/v2/deployments/<DEPLOYMENT_ID>'.",
  };
  test.each([
    ['PUT', '/v2/apps/a', { instances: 2 }],
    ['POST', '/v2/apps/a/restart', undefined],
    ['DELETE', '/v2/apps/a?force=false', undefined],
    ['PUT', '/v2/apps', [{ id: '/a', instances: 2 }]],
  ])('%s %s is refused with its id', async (method, path, body) => {
    const { ask, core } = marathon();
    core.stays = true;
    const { id } = (await ask('POST', '/v2/apps', POST)).body.deployments[0];
    const answer = await ask(method, path, body);
    expect([answer.status, answer.body]).toEqual([409, { ...LOCKED, deployments: [{ id }] }]);
  });

  test('DELETE forces by itself, PUT when told', async () => {
    const { ask, core } = marathon();
    core.stays = true;
    await ask('POST', '/v2/apps', POST);
    expect((await ask('PUT', '/v2/apps/a?force=True', { instances: 2 })).status).toBe(200);
    expect((await ask('DELETE', '/v2/apps/a')).status).toBe(200);
    expect(core.app('/a')).toBeUndefined();
  });
});

test('restart asks for new tasks of the same app', async () => {
  const { ask, core } = marathon();
  await ask('POST', '/v2/apps', { ...POST, instances: 1 });
  const { status, body } = await ask('POST', '/v2/apps/a/restart?force=true');
  expect([status, Object.keys(body)]).toEqual([200, ['deploymentId', 'version']]);
  expect(core.calls.at(-1)).toBe('update /a force');
});

test.each([
  ['GET', '/v2/apps/none', 404, { message: "App '/none' does not exist", details: [] }],
  ['GET', '/v2/apps/No%20such', 404, { message: "App '/No such' does not exist", details: [] }],
  ['GET', '/v2/apps/none/versions', 404, { message: "App '/none' does not exist", details: [] }],
  ['GET', '/v2/apps/none/versions/yesterday', 422, { message: expect.stringContaining("'yesterday'") }],
  ['DELETE', '/v2/apps/none', 404, { message: "App '/none' does not exist" }],
  ['POST', '/v2/apps/none/restart', 404, { message: "App '/none' does not exist" }],
])('%s %s is %i', async (method, path, status, body) => {
  const answer = await marathon().ask(method, path);
  expect([answer.status, answer.body]).toEqual([status, body]);
});

test('a version outlives its app', async () => {
  const { ask } = marathon();
  await ask('POST', '/v2/apps', POST);
  await ask('DELETE', '/v2/apps/a');
  expect((await ask('GET', '/v2/apps/a/versions')).status).toBe(404);
  expect((await ask('GET', '/v2/apps/a/versions/2016-04-26T09:00:00.001Z')).body).toMatchObject({ id: '/a', cmd: 'sleep 1000' });
});
