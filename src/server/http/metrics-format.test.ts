import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createRouterMetrics } from '../../adminrouter/observe/router-metrics.ts';

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

test.skipIf(!hasPromtool)("the router's metrics are what Prometheus' own tool takes for well made", () => {
  const metrics = createRouterMetrics();
  const observation = { at: 0, client: undefined, user: undefined, method: 'GET', path: '/', status: 200, bytes: 5, ms: 3, firstByteMs: 2 };
  metrics.answered({ ...observation, route: '/mesos', upstream: 'mesos' });
  metrics.answered({ ...observation, route: '/service', upstream: undefined, status: 502 });
  metrics.sharing('mesos').read('shared');
  metrics.sharing('mesos').viewers(1);
  metrics.sharing('mesos').streams(1);
  metrics.begun();
  const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], { input: metrics.text(), encoding: 'utf8' });
  expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
});
