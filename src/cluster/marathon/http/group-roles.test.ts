import { expect, test } from 'vitest';
import { marathon, type Asked } from './ask.test-support.ts';

const APP = { cmd: 'sleep 1', cpus: 0.1, mem: 16, instances: 1 };
const roleOf = async ({ ask }: Asked, id: string): Promise<string> => (await ask('GET', `/v2/apps${id}`)).body.app.role;

test('PATCH of a top-level group lets it insist on its role: new apps get it, old ones keep theirs until they change over', async () => {
  const asked = marathon();
  const { ask, core } = asked;
  await ask('POST', '/v2/apps', { id: '/dev/old', ...APP });
  const calls = core.calls.length;
  const { status, text } = await ask('PATCH', '/v2/groups/dev', { enforceRole: true });
  expect([status, text, core.calls.length]).toEqual([200, '', calls]);
  expect((await ask('GET', '/v2/groups/dev')).body.enforceRole).toBe(true);

  await ask('POST', '/v2/apps', { id: '/dev/team/new', ...APP });
  expect([await roleOf(asked, '/dev/old'), await roleOf(asked, '/dev/team/new')]).toEqual(['slave_public', 'dev']);
  const refused = await ask('PATCH', '/v2/apps/dev/team/new', { role: 'slave_public' });
  expect([refused.status, refused.body.details[0].path]).toEqual([422, '/role']);

  expect((await ask('PATCH', '/v2/apps/dev/old', { instances: 2, role: 'slave_public' })).status).toBe(200);
  expect((await ask('PATCH', '/v2/apps/dev/old', { role: 'dev' })).status).toBe(200);
  expect((await ask('PATCH', '/v2/apps/dev/old', { role: 'slave_public' })).status).toBe(422);
});

test('PATCH without the setting takes it back', async () => {
  const { ask } = marathon();
  await ask('PUT', '/v2/groups/dev', { apps: [] });
  await ask('PATCH', '/v2/groups/dev', { enforceRole: true });
  expect((await ask('PATCH', '/v2/groups/dev', {})).status).toBe(200);
  expect((await ask('GET', '/v2/groups/dev')).body.enforceRole).toBe(false);
});

test.each([
  ['/v2/groups/dev/team', { enforceRole: true }, 422],
  ['/v2/groups/none', { enforceRole: true }, 404],
  ['/v2/groups/dev', { enforceRole: 'yes' }, 422],
  ['/v2/groups/dev', '{', 400],
])('PATCH %s with %o is %i', async (path, body, status) => {
  const { ask, core } = marathon();
  await ask('PUT', '/v2/groups/dev/team', { apps: [] });
  const before = core.root();
  expect((await ask('PATCH', path, body)).status).toBe(status);
  expect(core.root()).toBe(before);
});

test('a group that is made with the setting applies it to the apps that come with it', async () => {
  const asked = marathon();
  const group = { id: '/dev', enforceRole: true, apps: [{ id: 'a', ...APP }], groups: [{ id: 'team', apps: [{ id: 'b', ...APP }] }] };
  expect((await asked.ask('POST', '/v2/groups', group)).status).toBe(201);
  expect([await roleOf(asked, '/dev/a'), await roleOf(asked, '/dev/team/b')]).toEqual(['dev', 'dev']);
});

test('no other group can insist', async () => {
  const { ask } = marathon();
  const { status, body } = await ask('PUT', '/v2/groups/dev', { groups: [{ id: 'team', enforceRole: true }] });
  expect([status, body.details[0].path]).toEqual([422, '/groups(0)/enforceRole']);
  expect((await ask('PUT', '/v2/groups', { enforceRole: true })).status).toBe(422);
});
