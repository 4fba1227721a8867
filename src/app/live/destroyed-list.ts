/** Something that was destroyed from this browser, with all that is needed to create it again. */
export interface Destroyed {
  kind: 'app' | 'group';
  id: string;
  /** When, in milliseconds since the epoch. */
  at: number;
  /** The body that creates it again. */
  document: Record<string, unknown> & { id: string };
}

const KEPT = 50;
/** Of the list as text: browsers give a page some 5 MB for everything that it keeps. */
const MAX_CHARACTERS = 500_000;

/** The list with one more at its beginning. It takes the place of an older one of the same id; the oldest ones give way. */
export function withDestroyed(list: readonly Destroyed[], entry: Destroyed): Destroyed[] {
  const kept: Destroyed[] = [];
  let characters = 0;
  for (const each of [entry, ...withoutDestroyed(list, entry)].slice(0, KEPT)) {
    characters += JSON.stringify(each).length;
    if (characters > MAX_CHARACTERS) break;
    kept.push(each);
  }
  return kept;
}

export const withoutDestroyed = (list: readonly Destroyed[], { kind, id }: Pick<Destroyed, 'kind' | 'id'>): Destroyed[] =>
  list.filter((other) => other.kind !== kind || other.id !== id);
