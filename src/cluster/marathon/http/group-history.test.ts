import { expect, test } from 'vitest';
import { testApp, testWorld } from '../test-world.test-support.ts';
import { createMarathonHttp } from './marathon-http.ts';

async function changedGroup() {
  const world = testWorld();
  const { core, groupHistory } = world.marathon;
  const fetch = createMarathonHttp(core, { clock: world.clock, version: '1.10.26', groupHistory });
  const ask = async (method: string, path: string) => {
    const response = await fetch(new Request(`http://m1${path}`, { method }));
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  world.put(testApp('/g/a', { mem: 16 }));
  await world.clock.advance(5000);
  const [first] = groupHistory.groupVersions('/g');
  world.change('/g/a', { mem: 32 });
  await world.clock.advance(5000);
  return { world, ask, first: first ?? '' };
}

test('a PUT of a version brings it back, as the Python client asks for it', async () => {
  const { world, ask, first } = await changedGroup();
  expect(await ask('GET', `/v2/groups/g/versions/${first}`)).toMatchObject({ status: 200, body: { id: '/g', apps: [{ mem: 16 }] } });
  expect(await ask('PUT', `/v2/groups/g/versions/${first}`)).toEqual({
    status: 200,
    body: { deploymentId: expect.any(String), version: expect.any(String) },
  });
  await world.clock.advance(5000);
  expect(world.marathon.core.app('/g/a')?.mem).toBe(16);
});

test.each([
  ['2016-01-01T00:00:00.000Z', 404],
  ['yesterday', 422],
])('a PUT of the version %s is %i and changes nothing', async (version, status) => {
  const { world, ask } = await changedGroup();
  expect((await ask('PUT', `/v2/groups/g/versions/${version}`)).status).toBe(status);
  expect(world.marathon.core.app('/g/a')?.mem).toBe(32);
});

test('versions are told newest first', async () => {
  const { ask, first } = await changedGroup();
  const { body } = await ask('GET', '/v2/groups/g/versions');
  expect([body.length, body.at(-1), body.toSorted().toReversed()]).toEqual([2, first, body]);
});
