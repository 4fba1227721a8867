import { expect, test } from 'vitest';
import { noQuantities, type Pool } from '../../api/mesos/quantities.ts';
import { manualClock } from '../kernel/clock.ts';
import { createOfferFilters, refuseSeconds } from './filters.ts';

const cpus = (count: number): Pool => ({ '*': { ...noQuantities(), cpus: count } });

function setUp() {
  const clock = manualClock();
  const expired: string[] = [];
  const filters = createOfferFilters(clock, (agentIds) => expired.push(...agentIds));
  return { clock, expired, filters };
}

test('what was refused is not offered again until the time is over', async () => {
  const { clock, expired, filters } = setUp();
  filters.refuse('f', 'r', new Map([['a', cpus(1)]]), 5);
  expect(filters.refuses('f', 'r', 'a', cpus(1))).toBe(true);
  await clock.advance(4999);
  expect(expired).toEqual([]);
  await clock.advance(1);
  expect(expired).toEqual(['a']);
  expect(filters.refuses('f', 'r', 'a', cpus(1))).toBe(false);
});

test('more than was refused is another offer; so is another agent, role or framework', () => {
  const { filters } = setUp();
  filters.refuse('f', 'r', new Map([['a', cpus(1)]]), 5);
  expect(filters.refuses('f', 'r', 'a', cpus(0.5))).toBe(true);
  expect(filters.refuses('f', 'r', 'a', cpus(2))).toBe(false);
  expect(filters.refuses('f', 'r', 'b', cpus(1))).toBe(false);
  expect(filters.refuses('f', 's', 'a', cpus(1))).toBe(false);
  expect(filters.refuses('g', 'r', 'a', cpus(1))).toBe(false);
});

test('of two filters the longer one holds', async () => {
  const { clock, filters } = setUp();
  filters.refuse('f', 'r', new Map([['a', cpus(1)]]), 5);
  filters.refuse('f', 'r', new Map([['a', cpus(1)]]), 20);
  await clock.advance(5000);
  expect(filters.refuses('f', 'r', 'a', cpus(1))).toBe(true);
});

test('reviving a role forgets its filters and no other', () => {
  const { filters } = setUp();
  filters.refuse('f', 'r', new Map([['a', cpus(1)]]), 5);
  filters.refuse('f', 's', new Map([['a', cpus(1)]]), 5);
  filters.forget('f', ['r']);
  expect(filters.refuses('f', 'r', 'a', cpus(1))).toBe(false);
  expect(filters.refuses('f', 's', 'a', cpus(1))).toBe(true);
});

test('seconds that are none count as five, and no wait is longer than a timer can be', () => {
  expect([refuseSeconds(undefined), refuseSeconds(-1), refuseSeconds(Number.NaN)]).toEqual([5, 5, 5]);
  expect(refuseSeconds(0)).toBe(0);
  expect(refuseSeconds(1e9) * 1000).toBeLessThan(2 ** 31);
});
