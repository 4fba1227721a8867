import { fuzzyScore } from '../../util/fuzzy-score.ts';
import type { PaletteItem, PaletteKind } from './palette-item.ts';

/** More are not looked at: one types another letter instead. */
export const MOST_RESULTS = 50;

/** What there are few of is wanted more often than one of ten thousand tasks. */
const KIND_BONUS: Record<PaletteKind, number> = {
  page: 0.5,
  action: 0.45,
  app: 0.4,
  group: 0.3,
  job: 0.4,
  node: 0.3,
  framework: 0.3,
  task: 0,
};
const RECENT_BONUS = 0.6;

/** The items that fit what was typed, the best first; those of `recent` (their `to`) before equals. */
export function rankItems(items: readonly PaletteItem[], typed: string, recent: ReadonlySet<string>): PaletteItem[] {
  const text = typed.trim().toLowerCase();
  const containing = items.filter((item) => item.text.includes(text));
  // Letters that are merely in order are looked for only when few contain the text: it takes longer, and those would come last.
  const candidates = containing.length >= MOST_RESULTS ? containing : items;
  return candidates
    .map((item) => ({ item, score: scoreOf(item, text) }))
    .filter(({ score }) => score > 0)
    .map(({ item, score }) => ({ item, score: score + KIND_BONUS[item.kind] + (recent.has(item.to) ? RECENT_BONUS : 0) }))
    .toSorted((a, b) => b.score - a.score || a.item.label.length - b.item.label.length || (a.item.label < b.item.label ? -1 : 1))
    .slice(0, MOST_RESULTS)
    .map(({ item }) => item);
}

/** Several words may be anywhere: each has to fit. */
function scoreOf(item: PaletteItem, text: string): number {
  const whole = fuzzyScore(item.text, text);
  if (whole >= 2 || !text.includes(' ')) return whole;
  let score = 0;
  const words = text.split(/\s+/);
  for (const word of words) {
    const part = fuzzyScore(item.text, word);
    if (part === 0) return whole;
    score += part / words.length;
  }
  return Math.max(whole, score);
}
