import { describe, expect, test } from 'vitest';
import { alternate, median } from './samples.ts';

describe('median', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('of %j is %d', (samples, expected) => expect(median(samples)).toBe(expected));
});

test('alternates, and leaves the first round out', async () => {
  const order: string[] = [];
  const measure = (name: string) => async () => order.push(name);
  const samples = await alternate(2, { ours: measure('ours'), theirs: measure('theirs') });
  expect(order).toEqual(['ours', 'theirs', 'ours', 'theirs', 'ours', 'theirs']);
  expect(samples).toEqual({ ours: [3, 5], theirs: [4, 6] });
});
