import { expect, test } from 'vitest';
import { afterFailure, timeLeft } from './backoff.ts';

const app = { backoffSeconds: 4, backoffFactor: 10, maxLaunchDelaySeconds: 300 };

test('the delay begins with the base, grows by the factor, and is capped', () => {
  const first = afterFailure(undefined, 'v1', app, 0);
  const second = afterFailure(first, 'v1', app, 5000);
  const third = afterFailure(second, 'v1', app, 50_000);
  expect([first.delay, second.delay, third.delay]).toEqual([4000, 40_000, 300_000]);
  expect(timeLeft(second, 'v1', 6000)).toBe(39_000);
  expect(timeLeft(second, 'v1', 99_000)).toBe(0);
});

test('another configuration does not wait, and quiet time makes the delay forgotten', () => {
  const failed = afterFailure(afterFailure(undefined, 'v1', app, 0), 'v1', app, 0);
  expect(timeLeft(failed, 'v2', 0)).toBe(0);
  expect(afterFailure(failed, 'v2', app, 0).delay).toBe(4000);
  expect(afterFailure(failed, 'v1', app, 40_000 + 300_001).delay).toBe(4000);
});
