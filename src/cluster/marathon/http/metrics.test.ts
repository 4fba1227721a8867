import { expect, test } from 'vitest';
import { manualClock } from '../../kernel/clock.ts';
import { testApp, testWorld } from '../test-world.test-support.ts';
import { marathon } from './ask.test-support.ts';
import { createDurationTimer } from './duration-timer.ts';
import { createMarathonHttp } from './marathon-http.ts';
import { createMeter } from './meter.ts';

/** Marathon's API over its engine, with a line to Mesos. */
async function wholeMarathon() {
  const world = testWorld();
  const { core, traffic, abdicate } = world.marathon;
  const fetch = createMarathonHttp(core, { clock: world.clock, version: '1.10.26', traffic, abdicate });
  const ask = async (method: string, path: string) => {
    const response = await fetch(new Request(`http://m1${path}`, { method, headers: { accept: 'application/json' } }));
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  await world.settle();
  return { world, ask };
}

test('counters are of what went over the line to Mesos, and of deployments', async () => {
  const { world, ask } = await wholeMarathon();
  const counted = async (name: string): Promise<number> => (await ask('GET', '/metrics')).body.counters[`marathon.${name}.counter`].count;
  expect([await counted('tasks.launched'), await counted('deployments')]).toEqual([0, 0]);
  world.put(testApp('/a', { instances: 2 }));
  await world.clock.advance(5000);
  expect(world.running('/a')).toHaveLength(2);
  expect([await counted('tasks.launched'), await counted('deployments')]).toEqual([2, 1]);
  const accepts = world.mesos.calls.filter(({ type }) => type === 'ACCEPT');
  expect(await counted('mesos.offer-operations.launch')).toBe(accepts.length);
  expect(await counted('mesos.calls.revive')).toBe(world.mesos.calls.filter(({ type }) => type === 'REVIVE').length);
  const [incoming, used, declined] = [
    await counted('mesos.offers.incoming'),
    await counted('mesos.offers.used'),
    await counted('mesos.offers.declined'),
  ];
  expect(used).toBeGreaterThan(0);
  expect(incoming).toBeGreaterThanOrEqual(used + declined);
});

test('requests are counted by how they were answered and timed by their method', async () => {
  const { ask } = marathon();
  await ask('GET', '/v2/apps');
  await ask('GET', '/v2/apps/none');
  await ask('POST', '/v2/apps', { id: '/a', cmd: 'sleep 1', cpus: 0.1, mem: 16 });
  const { body } = await ask('GET', '/metrics');
  const count = (kind: 'meters' | 'timers', name: string): number => body[kind][`marathon.http.${name}`].count;
  expect(['2xx', '4xx', '5xx'].map((status) => count('meters', `responses.${status}.rate.meter`))).toEqual([2, 1, 0]);
  expect(['get.', 'post.', 'put.', ''].map((method) => count('timers', `requests.${method}duration.timer.seconds`))).toEqual([2, 1, 0, 3]);
  // The one that asks is at work.
  expect(body.gauges['marathon.http.requests.active.gauge']).toEqual({ value: 1 });
});

test('a meter averages over its minutes and forgets in silence', async () => {
  const clock = manualClock();
  const meter = createMeter(clock);
  expect(meter.rates()).toEqual({ m1_rate: 0, m5_rate: 0, m15_rate: 0, mean_rate: 0 });
  for (let second = 0; second < 600; second++) {
    meter.mark();
    meter.mark();
    await clock.advance(1000);
  }
  expect([meter.count(), meter.rates().mean_rate]).toEqual([1200, 2]);
  for (const rate of Object.values(meter.rates())) expect(rate).toBeCloseTo(2, 6);
  await clock.advance(60_000);
  const { m1_rate, m5_rate, m15_rate } = meter.rates();
  expect([m1_rate, m5_rate, m15_rate].map((rate) => rate / 2)).toEqual(
    [1, 5, 15].map((minutes) => expect.closeTo(Math.exp(-1 / minutes), 6)),
  );
});

test('a timer tells percentiles of the latest durations', () => {
  const timer = createDurationTimer(manualClock());
  expect(timer.view()).toMatchObject({ count: 0, min: 0, max: 0, p99: 0, stddev: 0 });
  for (let n = 1; n <= 100; n++) timer.observe(n);
  expect(timer.view()).toMatchObject({ count: 100, min: 1, max: 100, mean: 50.5, p50: 50, p95: 95, p999: 100 });
  for (let n = 0; n < 1024; n++) timer.observe(7);
  expect(timer.view()).toMatchObject({ count: 1124, min: 7, max: 7, p50: 7, stddev: 0 });
});

test('who abdicates subscribes anew, keeps its tasks and still deploys', async () => {
  const { world, ask } = await wholeMarathon();
  world.put(testApp('/a'));
  await world.clock.advance(5000);
  const [before] = world.running('/a');
  expect(await ask('DELETE', '/v2/leader')).toEqual({ status: 200, body: { message: 'Leadership abdicated' } });
  expect(world.marathon.ready()).toBe(false);
  await world.clock.advance(1000);
  expect(world.marathon.ready()).toBe(true);
  expect((await ask('GET', '/metrics')).body.gauges['marathon.leadership.duration.gauge.seconds']).toEqual({ value: 1 });
  expect(world.events.map(({ eventType }) => eventType)).toEqual(
    expect.arrayContaining(['scheduler_disconnected_event', 'scheduler_reregistered_event']),
  );
  world.put(testApp('/b'));
  await world.clock.advance(5000);
  expect(world.running('/a')).toEqual([before]);
  expect(world.running('/b')).toHaveLength(1);
  expect(world.mesos.faults).toEqual([]);
});

test('Prometheus is told the same in its own format', async () => {
  const { ask } = marathon();
  for (const path of ['/v2/apps', '/v2/apps/none']) await ask('GET', path);
  const { headers, text } = await ask('GET', '/metrics/prometheus', undefined, { accept: 'text/plain;version=0.0.4' });
  expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = text.split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '# HELP marathon_deployments_counter marathon.deployments.counter',
      '# TYPE marathon_deployments_counter gauge',
      'marathon_deployments_counter 0',
      '# TYPE marathon_http_responses_4xx_rate_meter_total counter',
      'marathon_http_responses_4xx_rate_meter_total 1',
      '# TYPE marathon_http_requests_get_duration_timer_seconds summary',
      'marathon_http_requests_get_duration_timer_seconds{quantile="0.999"} 0',
      'marathon_http_requests_get_duration_timer_seconds_count 2',
    ]),
  );
  // Each metric is one family: its type is told once, before its samples.
  const types = lines.filter((line) => line.startsWith('# TYPE'));
  expect(new Set(types).size).toBe(types.length);
});
