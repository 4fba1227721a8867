import { afterEach, expect, it } from 'vitest';
import { pacedMs, refreshChoice } from './refresh-pace.ts';

afterEach(() => refreshChoice.set('live'));

it('leaves intervals alone until another pace is chosen', () => {
  expect(pacedMs(2_000)).toBe(2_000);
});

it('makes short intervals as long as was chosen and keeps longer ones', () => {
  refreshChoice.set('15');
  expect(pacedMs(2_000)).toBe(15_000);
  expect(pacedMs(30_000)).toBe(30_000);
});
