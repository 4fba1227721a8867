import { expect, test } from 'vitest';
import { createFollowerHttp, type LeaderAddress } from './follower-http.ts';

const ask = async (path: string, leader?: LeaderAddress, method = 'GET') => {
  const fetch = createFollowerHttp(
    { cpus: 1, memory: 1024 },
    () => 12,
    () => leader,
  );
  const answer = await fetch(new Request(`http://m2:5050${path}`, { method }));
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
};

const LEADER = { hostname: '192.168.65.90', port: 5050 };

test('what is about the cluster is sent to the leader, with its query, without a scheme', async () => {
  expect(await ask('/master/state?jsonp=f', LEADER)).toMatchObject({ status: 307, location: '//192.168.65.90:5050/master/state?jsonp=f' });
  expect(await ask('/api/v1', LEADER, 'POST')).toMatchObject({ status: 307, location: '//192.168.65.90:5050/api/v1' });
});

test('/redirect leads to the front of the leader', async () => {
  for (const path of ['/redirect', '/master/redirect']) expect((await ask(path, LEADER)).location).toBe('//192.168.65.90:5050');
});

test('while nobody leads that is said', async () => {
  expect(await ask('/state')).toMatchObject({ status: 503, text: 'No leader elected' });
});

test('of itself a follower tells that it lives, and that it was not elected', async () => {
  expect((await ask('/health')).status).toBe(200);
  expect(JSON.parse((await ask('/version')).text)).toMatchObject({ version: expect.any(String) });
  expect(JSON.parse((await ask('/metrics/snapshot')).text)).toMatchObject({ 'master/elected': 0, 'master/uptime_secs': 12 });
});
