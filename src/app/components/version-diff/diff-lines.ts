/** A line of one or both of two texts. */
export type DiffLine =
  | { kind: 'same'; before: number; after: number; text: string }
  | { kind: 'removed'; before: number; text: string }
  | { kind: 'added'; after: number; text: string };

/** Above this many comparisons the middle of two texts is shown as replaced: finding what stayed would keep the page waiting. */
const MOST_COMPARISONS = 4_000_000;

/** The shortest way from one text to another, line by line; lines are counted from 1. Of a change the old lines come first. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const lines: DiffLine[] = [];
  const same = (from: number, to: number, count: number): void => {
    for (let i = 0; i < count; i += 1) lines.push({ kind: 'same', before: from + i + 1, after: to + i + 1, text: before[from + i] ?? '' });
  };
  same(0, 0, start);
  lines.push(...middle(before.slice(start, before.length - end), after.slice(start, after.length - end), start));
  same(before.length - end, after.length - end, end);
  return lines;
}

function middle(before: readonly string[], after: readonly string[], offset: number): DiffLine[] {
  const common = before.length * after.length > MOST_COMPARISONS ? undefined : commonLengths(before, after);
  const lines: DiffLine[] = [];
  let [old, young] = [0, 0];
  while (old < before.length || young < after.length) {
    const text = before[old];
    if (common && text !== undefined && text === after[young]) {
      lines.push({ kind: 'same', before: offset + old + 1, after: offset + young + 1, text });
      old += 1;
      young += 1;
    } else if (
      text !== undefined &&
      (!common || young === after.length || lengthAt(common, old + 1, young) >= lengthAt(common, old, young + 1))
    ) {
      old += 1;
      lines.push({ kind: 'removed', before: offset + old, text });
    } else {
      lines.push({ kind: 'added', after: offset + young + 1, text: after[young] ?? '' });
      young += 1;
    }
  }
  return lines;
}

const lengthAt = (common: readonly Uint32Array[], old: number, young: number): number => common[old]?.[young] ?? 0;

/** For each pair of places the length of the longest common subsequence of what follows. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let old = before.length - 1; old >= 0; old -= 1) {
    const [row, next] = [lengths[old], lengths[old + 1]];
    if (!row || !next) continue;
    for (let young = after.length - 1; young >= 0; young -= 1) {
      row[young] = before[old] === after[young] ? (next[young + 1] ?? 0) + 1 : Math.max(next[young] ?? 0, row[young + 1] ?? 0);
    }
  }
  return lengths;
}
