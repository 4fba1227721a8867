import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noQuantities } from '../../api/mesos/quantities.ts';
import { dominantShare, fairOrder, isAllocatable } from './drf.ts';

const total = { ...noQuantities(), cpus: 10, mem: 1000, disk: 5000 };

test('the share of a client is the largest of its shares', () => {
  expect(dominantShare({ ...noQuantities(), cpus: 1, mem: 400 }, total)).toBe(0.4);
  expect(dominantShare({ ...noQuantities(), cpus: 5, mem: 400 }, total)).toBe(0.5);
});

test('a weight of two lets a role have twice as much before it comes later', () => {
  expect(dominantShare({ ...noQuantities(), cpus: 4 }, total, 2)).toBe(0.2);
});

test('resources that the cluster does not have count for nothing', () => {
  expect(dominantShare({ ...noQuantities(), gpus: 1 }, total)).toBe(0);
});

test('whoever has least comes first; equals come by name', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: fc.string(), share: fc.integer({ min: 0, max: 5 }) })), (clients) => {
      const ordered = fairOrder(
        clients,
        (client) => client.share,
        (client) => client.name,
      );
      for (const [index, client] of ordered.entries()) {
        const before = ordered[index - 1] ?? client;
        expect(before.share < client.share || (before.share === client.share && before.name <= client.name)).toBe(true);
      }
    }),
  );
});

test('less than a hundredth of a cpu and 32 MB is not worth an offer', () => {
  expect(isAllocatable({ ...noQuantities(), cpus: 0.009, mem: 31 })).toBe(false);
  expect(isAllocatable({ ...noQuantities(), cpus: 0.01 })).toBe(true);
  expect(isAllocatable({ ...noQuantities(), mem: 32 })).toBe(true);
});
