import type { Range } from './resources.ts';

/** Arithmetic on sets of integers kept as sorted, disjoint, non-adjacent ranges (both ends included): ports. */
export type Ranges = readonly Range[];

/** Sorted, without overlaps, neighbours joined; empty ranges (end before begin) dropped. */
export function normalizeRanges(ranges: Ranges): Range[] {
  if (isNormal(ranges)) return [...ranges];
  const sorted = ranges.filter((range) => range.begin <= range.end).sort((a, b) => a.begin - b.begin);
  const joined: Range[] = [];
  for (const { begin, end } of sorted) {
    const last = joined.at(-1);
    if (last && begin <= last.end + 1) last.end = Math.max(last.end, end);
    else joined.push({ begin, end });
  }
  return joined;
}

/** Nearly all are: what is offered, taken and given back was normalised before. */
function isNormal(ranges: Ranges): boolean {
  let before = -Infinity;
  for (const { begin, end } of ranges) {
    if (begin > end || begin <= before + 1) return false;
    before = end;
  }
  return true;
}

export function addRanges(a: Ranges, b: Ranges): Range[] {
  if (b.length === 0) return normalizeRanges(a);
  return normalizeRanges(a.length === 0 ? b : [...a, ...b]);
}

/** What is in `from` and not in `taken`. */
export function subtractRanges(from: Ranges, taken: Ranges): Range[] {
  const whole = normalizeRanges(from);
  if (whole.length === 0 || taken.length === 0) return whole;
  const holes = normalizeRanges(taken);
  const left: Range[] = [];
  let next = 0;
  for (const range of whole) {
    let { begin } = range;
    for (; begin <= range.end; next++) {
      const hole = holes[next];
      if (!hole || hole.begin > range.end) break;
      if (hole.begin > begin) left.push({ begin, end: hole.begin - 1 });
      begin = Math.max(begin, hole.end + 1);
      // the rest of this hole may lie in the next range
      if (hole.end > range.end) break;
    }
    if (begin === range.begin) left.push(range);
    else if (begin <= range.end) left.push({ begin, end: range.end });
  }
  return left;
}

export const containsRanges = (whole: Ranges, part: Ranges): boolean => subtractRanges(part, whole).length === 0;

/** How many numbers the ranges hold. */
export const countRanges = (ranges: Ranges): number => normalizeRanges(ranges).reduce((sum, { begin, end }) => sum + end - begin + 1, 0);

/** Mesos' text form: `[31000-31005, 31010-31010]`. */
export const formatRanges = (ranges: Ranges): string => `[${ranges.map(({ begin, end }) => `${begin}-${end}`).join(', ')}]`;
