import { expect, test } from 'vitest';
import { createFollowerHttp } from './follower-http.ts';

const leaderAt = (address: string) => ({ address, fetch: async () => Response.json([]) });
const ask = (leader: ReturnType<typeof leaderAt> | undefined, path = '/v1/scheduler/jobs'): Promise<Response> =>
  createFollowerHttp('m2:4400', () => leader)(new Request(`http://m2:4400${path}`));

test('requests are handed to the leader', async () => {
  expect(await (await ask(leaderAt('m1:4400'))).json()).toEqual([]);
});

test('while nobody leads that is said, also where the leader ended here a moment ago', async () => {
  expect((await ask(undefined)).status).toBe(503);
  expect((await ask(leaderAt('m2:4400'))).status).toBe(503);
  expect((await ask(undefined, '/ping')).status).toBe(200);
});
