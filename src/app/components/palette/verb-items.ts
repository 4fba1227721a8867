import { MOST_RESULTS, rankItems } from './rank-items.ts';
import type { PaletteItem } from './palette-item.ts';

/** Something that can be done to each of some items. */
export interface Verb {
  /** Writes the action as a whole: `Scale /redis`. */
  label: (name: string) => string;
  /** What it can be done to. */
  targets: readonly PaletteItem[];
  to: (target: PaletteItem) => string;
}

const FEWEST_LETTERS = 2;

/** `scale red`: the actions whose first word begins as the typed one does, upon whatever the rest of the text fits. */
export function verbItems(verbs: readonly Verb[], typed: string, recent: ReadonlySet<string>): PaletteItem[] {
  const [first = '', ...rest] = typed.trim().toLowerCase().split(/\s+/);
  if (first.length < FEWEST_LETTERS) return [];
  const name = rest.join(' ');
  return verbs
    .filter(({ label }) => label('').toLowerCase().startsWith(first))
    .flatMap(({ label, targets, to }) => {
      const fitting = name === '' ? targets.slice(0, MOST_RESULTS) : rankItems(targets, name, recent);
      return fitting.map((target) => ({ kind: 'action' as const, label: label(target.label), text: '', to: to(target) }));
    })
    .slice(0, MOST_RESULTS);
}
