import { useSyncExternalStore } from 'react';

const KEY = 'notifications';
const OFF = 'off';

const listeners = new Set<() => void>();
let wanted: boolean | undefined;

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return true;
  }
}

/** Whether this browser is told of what happens elsewhere; on unless it was turned off. */
export const wantsNotifications = (): boolean => (wanted ??= read());

export function setNotifications(on: boolean): void {
  wanted = on;
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, OFF);
  } catch {
    // Storage may be blocked: the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useNotifications(): boolean {
  return useSyncExternalStore(subscribe, wantsNotifications);
}
