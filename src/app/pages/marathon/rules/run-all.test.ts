import { expect, it } from 'vitest';
import { type Progress, runAll } from './run-all.ts';

const noProgress = () => undefined;

it('goes on after a failure and says which one failed, and why', async () => {
  const told: Progress<number>[] = [];
  const run = (item: number) => (item === 2 ? Promise.reject(new Error('locked')) : Promise.resolve());
  const end = await runAll([1, 2, 3], run, {
    atATime: 1,
    onProgress: (progress) => told.push(progress),
    signal: new AbortController().signal,
  });
  expect(end).toEqual({ ended: 3, failures: [{ item: 2, error: new Error('locked') }] });
  expect(told.map(({ ended, failures }) => [ended, failures.length])).toEqual([
    [1, 0],
    [2, 1],
    [3, 1],
  ]);
});

it('has no more than so many under way', async () => {
  let now = 0;
  let most = 0;
  const run = async () => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now -= 1;
  };
  await runAll([1, 2, 3, 4, 5], run, { atATime: 2, onProgress: noProgress, signal: new AbortController().signal });
  expect(most).toBe(2);
});

it('begins nothing more once it is stopped', async () => {
  const stop = new AbortController();
  const begun: number[] = [];
  const run = (item: number) => {
    begun.push(item);
    if (item === 2) stop.abort();
    return Promise.resolve();
  };
  expect(await runAll([1, 2, 3], run, { atATime: 1, onProgress: noProgress, signal: stop.signal })).toMatchObject({ ended: 2 });
  expect(begun).toEqual([1, 2]);
});
