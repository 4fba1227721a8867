import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRanges, containsRanges, countRanges, formatRanges, normalizeRanges, subtractRanges } from './ranges.ts';

const ranges = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 })).map(([begin, length]) => ({ begin, end: begin + length })),
  { maxLength: 6 },
);
const members = (list: readonly { begin: number; end: number }[]): Set<number> =>
  new Set(list.flatMap(({ begin, end }) => Array.from({ length: end - begin + 1 }, (_, index) => begin + index)));

test('ranges behave as the sets of numbers that they stand for', () => {
  fc.assert(
    fc.property(ranges, ranges, (a, b) => {
      const [left, right] = [members(a), members(b)];
      expect(members(addRanges(a, b))).toEqual(left.union(right));
      expect(members(subtractRanges(a, b))).toEqual(left.difference(right));
      expect(containsRanges(a, b)).toBe(right.isSubsetOf(left));
      expect(countRanges(a)).toBe(left.size);
    }),
  );
});

test('normal ranges are sorted, and no two of them touch', () => {
  fc.assert(
    fc.property(ranges, (list) => {
      const normal = normalizeRanges(list);
      for (const [index, range] of normal.entries()) expect(range.begin).toBeGreaterThan((normal[index - 1]?.end ?? -2) + 1);
    }),
  );
});

test('they are written as Mesos writes them', () => {
  expect(
    formatRanges(
      normalizeRanges([
        { begin: 31_010, end: 31_010 },
        { begin: 31_003, end: 31_005 },
        { begin: 31_000, end: 31_002 },
      ]),
    ),
  ).toBe('[31000-31005, 31010-31010]');
});
