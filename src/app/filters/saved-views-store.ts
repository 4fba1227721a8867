import { readViews, type SavedView } from './saved-views.ts';

export interface SavedViewsStore {
  current: () => readonly SavedView[];
  set: (views: readonly SavedView[]) => void;
  subscribe: (listener: () => void) => () => void;
}

const stores = new Map<string, SavedViewsStore>();

/** The views of a cluster, kept in this browser alone: one browser may look at several clusters at one address. */
export function savedViewsOf(cluster: string): SavedViewsStore {
  const known = stores.get(cluster) ?? createStore(`saved-views:${cluster}`);
  stores.set(cluster, known);
  return known;
}

function createStore(key: string): SavedViewsStore {
  const listeners = new Set<() => void>();
  let views: readonly SavedView[] | undefined;
  return {
    current: () => (views ??= stored(key)),
    set: (next) => {
      views = next;
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage may be blocked or full: the views then last as long as the page.
      }
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function stored(key: string): SavedView[] {
  try {
    return readViews(localStorage.getItem(key));
  } catch {
    return [];
  }
}
