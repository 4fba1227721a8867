import { expect, test } from 'vitest';
import type { LeaderUpstream } from '../../rest/forwarded.ts';
import { createFollowerHttp } from './follower-http.ts';

/** A leader that answers with what it was asked. */
const LEADER: LeaderUpstream = {
  address: 'm1:8080',
  fetch: async (request) =>
    Response.json(
      {
        method: request.method,
        via: request.headers.get('x-marathon-via'),
        type: request.headers.get('content-type'),
        body: await request.text(),
      },
      { status: 201, headers: { 'x-marathon-leader': 'http://m1:8080' } },
    ),
};

const ask = (path: string, init?: RequestInit, leader: LeaderUpstream | undefined = LEADER): Promise<Response> =>
  createFollowerHttp('m2:8080', () => leader)(new Request(`http://m2:8080${path}`, init));

test('requests are handed to the leader, and both sides see through whom they came', async () => {
  const answer = await ask('/v2/apps', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
  expect(answer.status).toBe(201);
  expect([answer.headers.get('x-marathon-leader'), answer.headers.get('x-marathon-via')]).toEqual(['http://m1:8080', '1.1 m2:8080']);
  expect(await answer.json()).toEqual({ method: 'POST', via: '1.1 m2:8080', type: 'application/json', body: '{}' });
});

test('a request that comes back is refused', async () => {
  const answer = await ask('/v2/apps', { headers: { 'x-marathon-via': '1.1 m3:8080, 1.1 m2:8080' } });
  expect([answer.status, await answer.json()]).toEqual([502, { message: expect.stringContaining('came back to m2:8080') }]);
});

test('readers of events are sent to the leader', async () => {
  const answer = await ask('/v2/events?plan-format=light');
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'http://m1:8080/v2/events?plan-format=light']);
});

test('while nobody leads it lives, and says that there is no leader', async () => {
  const lonely = createFollowerHttp('m2:8080', () => undefined);
  expect(await (await lonely(new Request('http://m2:8080/ping'))).text()).toBe('pong');
  expect((await lonely(new Request('http://m2:8080/v2/apps'))).status).toBe(502);
});
