import type { Range } from './resources.ts';

/** Arithmetic on sets of integers kept as sorted, disjoint, non-adjacent ranges (both ends included): ports. */
export type Ranges = readonly Range[];

/** Sorted, without overlaps, neighbours joined; empty ranges (end before begin) dropped. */
export function normalizeRanges(ranges: Ranges): Range[] {
  const sorted = ranges.filter((range) => range.begin <= range.end).sort((a, b) => a.begin - b.begin);
  const joined: Range[] = [];
  for (const { begin, end } of sorted) {
    const last = joined.at(-1);
    if (last && begin <= last.end + 1) last.end = Math.max(last.end, end);
    else joined.push({ begin, end });
  }
  return joined;
}

export const addRanges = (a: Ranges, b: Ranges): Range[] => normalizeRanges([...a, ...b]);

/** What is in `from` and not in `taken`. */
export function subtractRanges(from: Ranges, taken: Ranges): Range[] {
  let left = normalizeRanges(from);
  for (const hole of normalizeRanges(taken)) {
    left = left.flatMap(({ begin, end }) => {
      if (hole.end < begin || hole.begin > end) return [{ begin, end }];
      const parts = [
        { begin, end: hole.begin - 1 },
        { begin: hole.end + 1, end },
      ];
      return parts.filter((part) => part.begin <= part.end);
    });
  }
  return left;
}

export const containsRanges = (whole: Ranges, part: Ranges): boolean => subtractRanges(part, whole).length === 0;

/** How many numbers the ranges hold. */
export const countRanges = (ranges: Ranges): number => normalizeRanges(ranges).reduce((sum, { begin, end }) => sum + end - begin + 1, 0);

/** Mesos' text form: `[31000-31005, 31010-31010]`. */
export const formatRanges = (ranges: Ranges): string => `[${ranges.map(({ begin, end }) => `${begin}-${end}`).join(', ')}]`;
