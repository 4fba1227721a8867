import { expect, test } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { createSandboxSizes } from './sandbox-sizes.ts';

test('looks through each sandbox every 15 s at most, however often it is asked', async () => {
  const clock = manualClock();
  const looked: string[] = [];
  let bytes = 1_000;
  const sizes = createSandboxSizes(clock, {
    size: (directory) => {
      looked.push(directory);
      return directory === '/broken' ? Promise.reject(new Error('EIO')) : Promise.resolve(bytes);
    },
  });
  expect(Object.fromEntries(await sizes.of(['/a', '/broken']))).toEqual({ '/a': 1_000 });
  bytes = 2_000;
  await clock.advance(14_000);
  expect(Object.fromEntries(await sizes.of(['/a', '/broken']))).toEqual({ '/a': 1_000 });
  expect(looked).toEqual(['/a', '/broken']);
  await clock.advance(1_000);
  expect(Object.fromEntries(await sizes.of(['/a', '/b']))).toEqual({ '/a': 2_000, '/b': 2_000 });
  expect(looked).toEqual(['/a', '/broken', '/a', '/b']);
});
