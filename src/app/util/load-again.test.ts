import { expect, it, vi } from 'vitest';
import { loadAgain } from './load-again.ts';

it('gives what comes at the first or the second try', async () => {
  vi.useFakeTimers();
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue('part');
  const loading = loadAgain(load, () => Promise.resolve(true));
  await vi.runAllTimersAsync();
  expect(await loading).toBe('part');
  expect(load).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

it('fails when there is nothing to load', async () => {
  vi.useFakeTimers();
  const loading = expect(
    loadAgain(
      () => Promise.reject(new Error('gone')),
      () => Promise.resolve(true),
    ),
  ).rejects.toThrow('gone');
  await vi.runAllTimersAsync();
  await loading;
  vi.useRealTimers();
});

it('waits for a server that is away', async () => {
  vi.useFakeTimers();
  let there = false;
  const load = vi.fn<() => Promise<string>>(() => (there ? Promise.resolve('part') : Promise.reject(new TypeError('Failed to fetch'))));
  const loading = loadAgain(load, () => Promise.resolve(there));
  await vi.advanceTimersByTimeAsync(60_000);
  there = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await loading).toBe('part');
  expect(load).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
