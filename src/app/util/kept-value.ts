import { useSyncExternalStore } from 'react';

/** A choice of this browser, kept across visits. */
export interface KeptValue<T extends string> {
  current: () => T;
  set: (value: T) => void;
  subscribe: (listener: () => void) => () => void;
}

/** `usual` is what holds until something else is chosen; only other choices are stored. A stored word that is none of `values` is ignored. */
export function keptValue<T extends string>(key: string, values: readonly T[], usual: T): KeptValue<T> {
  const listeners = new Set<() => void>();
  let value: T | undefined;
  return {
    current: () => (value ??= values.find((known) => known === stored(key)) ?? usual),
    set: (next) => {
      value = next;
      store(key, next === usual ? undefined : next);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useKept<T extends string>(kept: KeptValue<T>): T {
  return useSyncExternalStore(kept.subscribe, kept.current);
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage may be blocked: the choice then lasts as long as the page.
  }
}
