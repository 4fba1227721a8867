import { expect, it, vi } from 'vitest';
import { loadAgain } from './load-again.ts';

it('gives what comes at the first or the second try', async () => {
  vi.useFakeTimers();
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue('part');
  const loading = loadAgain(load);
  await vi.runAllTimersAsync();
  expect(await loading).toBe('part');
  expect(load).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

it('fails when there is nothing to load', async () => {
  vi.useFakeTimers();
  const loading = expect(loadAgain(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  await vi.runAllTimersAsync();
  await loading;
  vi.useRealTimers();
});
