import { describe, expect, test } from 'vitest';
import { marathon, running, type Asked } from './ask.test-support.ts';

const app = (id: string, more: object = {}): object => ({
  id,
  cmd: 'sleep 1000',
  cpus: 0.01,
  mem: 16,
  instances: 1,
  portDefinitions: [],
  ...more,
});
const SITE = {
  id: '/site',
  apps: [app('top', { dependencies: ['data/db'] })],
  groups: [
    { id: 'data', apps: [app('db')] },
    { id: 'web', dependencies: ['/site/data'], apps: [app('front', { instances: 2 })] },
  ],
};

async function withSite(): Promise<Asked> {
  const asked = marathon();
  expect((await asked.ask('POST', '/v2/groups', SITE)).status).toBe(201);
  return asked;
}

const appIds = ({ apps }: { apps: { id: string; instances: number }[] }): string[] => apps.map(({ id, instances }) => `${id} ${instances}`);

describe('POST /v2/groups', () => {
  test('makes the whole tree in one deployment, ids and dependencies relative to their group', async () => {
    const { ask, core } = await withSite();
    expect(core.calls).toEqual(['update /site/top /site/data/db /site/web/front']);
    const { body } = await ask('GET', '/v2/groups/site');
    expect(Object.keys(body)).toEqual(['id', 'apps', 'pods', 'groups', 'dependencies', 'version', 'enforceRole']);
    expect(body.apps[0]).toMatchObject({ id: '/site/top', dependencies: ['/site/data/db'] });
    expect(body.groups).toMatchObject([
      { id: '/site/data', dependencies: [], enforceRole: false, version: body.version },
      { id: '/site/web', dependencies: ['/site/data'], apps: [{ id: '/site/web/front' }] },
    ]);
  });

  test('answers with where it is', async () => {
    const { headers, body } = await marathon().ask('POST', '/v2/groups/site', { id: 'sub' });
    expect(headers.get('location')).toBe('http://m1.test:8080/site/sub');
    expect(Object.keys(body)).toEqual(['deploymentId', 'version']);
  });

  test.each([
    ['a group that is there', '/site', 'Group /site is already created. Use PUT to change this group.'],
    ['an app of that path', '/site/top', 'An app with the path /site/top already exists.'],
  ])('conflicts with %s', async (_, id, message) => {
    const { ask } = await withSite();
    const { status, body } = await ask('POST', '/v2/groups', { id });
    expect([status, body]).toEqual([409, { message }]);
  });

  test.each([
    ['an app outside the group', { id: '/g', apps: [app('/other/a')] }, '/apps(0)/id'],
    ['a group outside the group', { id: '/g', groups: [{ id: '/other' }] }, '/groups(0)/id'],
    ['an app without a command', { id: '/g', groups: [{ id: 'h', apps: [{ id: 'a' }] }] }, '/groups(0)/apps(0)/'],
    ['an app with a wrong value', { id: '/g', apps: [app('a', { cpus: -1 })] }, '/apps(0)/cpus'],
    ['dependencies in a circle', { id: '/g', apps: [app('a', { dependencies: ['b'] }), app('b', { dependencies: ['a'] })] }, '/'],
    ['a group that needs the one it is in', { id: '/g', groups: [{ id: 'h', dependencies: ['/g'], apps: [app('a')] }] }, '/'],
    ['an app and a group of one id', { id: '/g', apps: [app('a')], groups: [{ id: 'a' }] }, '/'],
  ])('is refused with the path for %s', async (_, body, path) => {
    const answer = await marathon().ask('POST', '/v2/groups', body);
    expect([answer.status, answer.body.details[0].path]).toEqual([422, path]);
  });
});

describe('GET /v2/groups', () => {
  test.each([
    ['?embed=group.groups', 0, 2],
    ['?embed=group.apps', 1, 0],
    ['?embed=group.groups&embed=group.apps', 1, 2],
    ['?embed=no-such', 0, 0],
    ['', 1, 2],
  ])('%s has %i apps and %i groups', async (query, apps, groups) => {
    const { ask } = await withSite();
    const { body } = await ask('GET', `/v2/groups/site${query}`);
    expect([body.apps.length, body.groups.length]).toEqual([apps, groups]);
  });

  test('embeds in apps what is asked for, at every depth', async () => {
    const { ask, core } = await withSite();
    core.running = [running('/site/data/db', 1)];
    const query = '?embed=group.groups&embed=group.apps&embed=group.apps.counts&embed=group.apps.tasks';
    const { body } = await ask('GET', `/v2/groups/site${query}`);
    expect(body.apps[0]).toMatchObject({ tasksRunning: 0, tasks: [] });
    expect(body.groups[0].apps[0]).toMatchObject({ tasksRunning: 1, tasks: [{ state: 'TASK_RUNNING' }] });
    expect(body.apps[0]).not.toHaveProperty('readinessCheckResults');
    const counts = (await ask('GET', '/v2/groups/site?embed=group.apps&embed=group.apps.counts')).body;
    expect([body.apps[0].deployments, counts.apps[0].deployments]).toEqual([[], undefined]);
  });

  test('lists the apps of a group, none of an unknown one', async () => {
    const { ask } = await withSite();
    expect((await ask('GET', '/v2/groups/site/apps')).body.map(({ id }: { id: string }) => id)).toEqual([
      '/site/top',
      '/site/data/db',
      '/site/web/front',
    ]);
    expect((await ask('GET', '/v2/groups/none/apps')).body).toEqual([]);
    expect((await ask('GET', '/v2/groups/none')).body).toEqual({ message: "Group '/none' does not exist", details: [] });
  });
});

describe('PUT of a group', () => {
  test('replaces only the keys given; what a list leaves out is gone', async () => {
    const { ask } = await withSite();
    await ask('PUT', '/v2/groups/site', { apps: [app('other')] });
    const { body } = await ask('GET', '/v2/groups/site');
    expect([appIds(body), body.groups.length]).toEqual([['/site/other 1'], 2]);
    await ask('PUT', '/v2/groups/site', { groups: [{ id: 'web' }] });
    const { groups } = (await ask('GET', '/v2/groups/site')).body;
    expect(groups.map(appIds)).toEqual([['/site/web/front 2']]);
  });

  test('of an unknown group makes it, with 200', async () => {
    const { ask } = marathon();
    const { status, headers } = await ask('PUT', '/v2/groups/a/b', { apps: [app('c')] });
    expect([status, headers.get('location')]).toEqual([200, null]);
    expect((await ask('GET', '/v2/groups/a')).body.groups).toMatchObject([{ id: '/a/b', apps: [{ id: '/a/b/c' }] }]);
  });

  test.each([
    [2, ['/site/web/front 4']],
    [0.4, ['/site/web/front 1']],
    [0, ['/site/web/front 0']],
  ])('with scaleBy %d scales every app, rounding up', async (scaleBy, expected) => {
    const { ask } = await withSite();
    expect((await ask('PUT', '/v2/groups/site', { scaleBy })).status).toBe(200);
    expect(appIds((await ask('GET', '/v2/groups/site/web')).body)).toEqual(expected);
  });

  test('does not scale by less than nothing', async () => {
    const { ask } = await withSite();
    expect((await ask('PUT', '/v2/groups/site', { scaleBy: -1 })).body).toEqual({
      message: 'Invalid JSON',
      details: [{ path: '/scaleBy', errors: ['error.min'] }],
    });
  });

  test('with dryRun shows the steps and changes nothing', async () => {
    const { ask, core } = await withSite();
    const before = core.root();
    const { body } = await ask('PUT', '/v2/groups/site?dryRun=true', { scaleBy: 2 });
    expect(body.steps).toEqual([{ actions: expect.arrayContaining([{ action: 'ScaleApplication', app: '/site/top' }]) }]);
    expect(core.root()).toBe(before);
  });

  test('is a conflict while an app of it is being deployed', async () => {
    const { ask, core } = await withSite();
    core.stays = true;
    await ask('PUT', '/v2/apps/site/top', { mem: 32 });
    expect((await ask('PUT', '/v2/groups/site', { scaleBy: 2 })).status).toBe(409);
    expect((await ask('PUT', '/v2/groups/site?force=true', { scaleBy: 2 })).status).toBe(200);
  });
});

describe('DELETE of a group', () => {
  test('takes all that is in it', async () => {
    const { ask, core } = await withSite();
    expect((await ask('DELETE', '/v2/groups/site/web')).status).toBe(200);
    expect(core.app('/site/web/front')).toBeUndefined();
    expect(core.app('/site/data/db')).toBeDefined();
    expect((await ask('DELETE', '/v2/groups/site/web')).body).toEqual({ message: "Group '/site/web' does not exist" });
  });

  test('of the root empties it', async () => {
    const { ask, core } = await withSite();
    await ask('DELETE', '/v2/groups');
    expect(core.root()).toMatchObject({ id: '/', apps: [], groups: [] });
  });
});

test('versions of groups are not built where the engine keeps none', async () => {
  const { ask } = await withSite();
  expect((await ask('GET', '/v2/groups/site/versions')).status).toBe(501);
  expect((await ask('PUT', '/v2/groups/site', { version: '2016-04-26T09:00:00.001Z' })).status).toBe(501);
});
