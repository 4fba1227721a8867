import { expect, it } from 'vitest';
import { compareValues } from './use-sorted-rows.ts';

it('orders names as people read them', () => {
  expect(['a10', 'A2', 'b1', 'a1'].toSorted(compareValues)).toEqual(['a1', 'A2', 'a10', 'b1']);
});

it('orders numbers by size', () => {
  expect([10, 9, 0.5].toSorted(compareValues)).toEqual([0.5, 9, 10]);
});
