import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBatch, createRefresher, createThrottle } from './batching.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads once more after a run that was asked for meanwhile, and only once', async () => {
  const started: string[] = [];
  const refresh = createRefresher(async (key) => {
    started.push(key);
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  refresh('/redis');
  refresh('/redis');
  refresh('/redis');
  refresh('/web');
  expect(started).toEqual(['/redis', '/web']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(started).toEqual(['/redis', '/web', '/redis']);
});

it('hands a burst over as one set', async () => {
  const flushed: string[][] = [];
  const batch = createBatch(16, (keys) => flushed.push([...keys]));
  batch.add(['/a']);
  batch.add(['/b', '/a']);
  batch.add([]);
  await vi.advanceTimersByTimeAsync(16);
  batch.add(['/c']);
  await vi.advanceTimersByTimeAsync(16);
  expect(flushed).toEqual([['/a', '/b'], ['/c']]);
});

it('runs at once, and once more when what was asked for meanwhile has waited long enough', async () => {
  const runs: string[] = [];
  const throttle = createThrottle(
    () => 500,
    (key) => runs.push(key),
  );
  for (const key of ['queue', 'queue', 'apps', 'queue']) throttle.request(key);
  expect(runs).toEqual(['queue', 'apps']);
  await vi.advanceTimersByTimeAsync(500);
  expect(runs).toEqual(['queue', 'apps', 'queue']);
  await vi.advanceTimersByTimeAsync(500);
  throttle.request('queue');
  throttle.request('queue');
  throttle.stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(runs).toEqual(['queue', 'apps', 'queue', 'queue']);
});
