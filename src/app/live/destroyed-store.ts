import { type Destroyed, withDestroyed, withoutDestroyed } from './destroyed-list.ts';

const KEY = 'recently-destroyed';

let list: readonly Destroyed[] | undefined;
const listeners = new Set<() => void>();

function read(): readonly Destroyed[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Destroyed[];
  } catch {
    return [];
  }
}

function keep(next: readonly Destroyed[]): void {
  list = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Storage may be blocked or full: the list then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

const current = (): readonly Destroyed[] => (list ??= read());

/** What was destroyed from this browser lately, kept in it alone. */
export const destroyedStore = {
  current,
  add: (entry: Destroyed): void => keep(withDestroyed(current(), entry)),
  remove: (entry: Destroyed): void => keep(withoutDestroyed(current(), entry)),
  clear: (): void => keep([]),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
