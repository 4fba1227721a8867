import { expect, test } from 'vitest';
import { recordingRouter } from '../testing/recording-router.ts';
import { createRouterMetrics } from './router-metrics.ts';

const lines = async (answer: Promise<Response>): Promise<string[]> => (await (await answer).text()).split('\n');

test('requests are counted by route, method and status, and how long they took', async () => {
  let isUp = true;
  const { ask } = recordingRouter({}, async () => {
    if (!isUp) throw new Error('refused');
    return new Response('12345');
  });
  await (await ask('/marathon/v2/apps')).text();
  await (await ask('/marathon/v2/apps/made-up-by-a-client')).text();
  const before = await lines(ask('/metrics'));
  expect(before).toEqual(
    expect.arrayContaining([
      'adminrouter_requests_total{route="/marathon",method="GET",status="200"} 2',
      'adminrouter_response_bytes_total{route="/marathon"} 10',
      'adminrouter_request_duration_seconds_bucket{route="/marathon",le="+Inf"} 2',
      'adminrouter_request_duration_seconds_count{route="/marathon"} 2',
      'adminrouter_upstream_up{upstream="marathon"} 1',
      // the one that asks
      'adminrouter_open_requests 1',
    ]),
  );
  isUp = false;
  await (await ask('/marathon/v2/apps')).text();
  expect(await lines(ask('/nginx/metrics'))).toEqual(
    expect.arrayContaining([
      'adminrouter_requests_total{route="/marathon",method="GET",status="502"} 1',
      'adminrouter_upstream_up{upstream="marathon"} 0',
    ]),
  );
});

test('who is not logged in does not see them', async () => {
  expect((await recordingRouter().ask('/metrics', { headers: {} })).status).toBe(401);
});

test('buckets hold all that is below their bound', () => {
  const metrics = createRouterMetrics();
  const observation = { at: 0, client: undefined, user: undefined, method: 'GET', path: '/', status: 200, bytes: 0, ms: 0 };
  for (const firstByteMs of [0.5, 1, 3, 20_000]) metrics.answered({ ...observation, firstByteMs, route: 'a"b', upstream: undefined });
  const text = metrics.text();
  expect(text).toContain(String.raw`adminrouter_request_duration_seconds_bucket{route="a\"b",le="0.001"} 2`);
  expect(text).toContain(String.raw`adminrouter_request_duration_seconds_bucket{route="a\"b",le="0.005"} 3`);
  expect(text).toContain(String.raw`adminrouter_request_duration_seconds_bucket{route="a\"b",le="10"} 3`);
  expect(text).toContain(String.raw`adminrouter_request_duration_seconds_bucket{route="a\"b",le="+Inf"} 4`);
});

test('shared reads and streams are counted by upstream', () => {
  const metrics = createRouterMetrics();
  const meter = metrics.sharing('mesos');
  meter.read('asked');
  meter.read('shared');
  meter.read('shared');
  meter.viewers(1);
  meter.viewers(1);
  meter.viewers(-1);
  meter.streams(1);
  const text = metrics.text();
  expect(text).toContain('adminrouter_shared_reads_total{upstream="mesos",outcome="shared"} 2');
  expect(text).toContain('adminrouter_shared_viewers{upstream="mesos"} 1');
  expect(text).toContain('adminrouter_upstream_streams{upstream="mesos"} 1');
});
