import { expect, test } from 'vitest';
import { marathon } from './ask.test-support.ts';

const volume = (size: number) => ({ containerPath: 'data', mode: 'RW', persistent: { type: 'root', size } });
const DB = { id: '/db', cmd: 'sleep 1', cpus: 0.1, mem: 16, container: { type: 'MESOS', volumes: [volume(10)] } };

async function withDatabase() {
  const asked = marathon();
  await asked.ask('POST', '/v2/apps', DB);
  return asked;
}

test.each([
  ['PUT', '/v2/apps/db', { cpus: 0.2 }],
  ['PATCH', '/v2/apps/db', { container: { type: 'MESOS', volumes: [volume(20)] } }],
  ['PUT', '/v2/apps', [{ id: '/db', mem: 32 }]],
  ['PUT', '/v2/groups', { apps: [{ ...DB, disk: 5 }] }],
  ['PUT', '/v2/groups', { apps: [{ id: '/db', cmd: 'sleep 1', cpus: 0.1, mem: 16 }] }],
])('%s %s cannot change what is reserved for instances', async (method, path, body) => {
  const { ask, core } = await withDatabase();
  const before = core.root();
  const answer = await ask(method, path, body);
  expect([answer.status, answer.body.message, answer.body.details[0].path]).toEqual([422, 'Object is not valid', '/']);
  expect(core.root()).toBe(before);
  expect(core.events.at(-1)?.eventType).toBe('group_change_failed');
});

test('anything else can change', async () => {
  const { ask } = await withDatabase();
  expect((await ask('PUT', '/v2/apps/db', { cmd: 'sleep 2', instances: 3, env: { A: 'b' } })).status).toBe(200);
  expect((await ask('POST', '/v2/apps/db/restart')).status).toBe(200);
  expect((await ask('PUT', '/v2/groups', { scaleBy: 2 })).status).toBe(200);
});

test('the role changes by force alone', async () => {
  const { ask } = marathon();
  await ask('POST', '/v2/apps', { ...DB, id: '/dev/db' });
  const refused = await ask('PUT', '/v2/apps/dev/db', { role: 'dev' });
  expect([refused.status, refused.body.details[0].path]).toEqual([422, '/role']);
  expect((await ask('PUT', '/v2/apps/dev/db?force=true', { role: 'dev' })).status).toBe(200);
});
