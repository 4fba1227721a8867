import type { Tone } from './tones.ts';

export interface Toast {
  id: number;
  tone: Tone;
  title: string;
  detail?: string | undefined;
  /** One thing that can be done about it, as taking it back. */
  action?: { label: string; onSelect: () => void } | undefined;
}

const SHOWN_MS = 6_000;
/** Time to read it and to decide. */
const SHOWN_WITH_ACTION_MS = 15_000;
const KEPT = 4;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentToasts = (): readonly Toast[] => toasts;

export function dismissToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

/** Says in a corner of the screen what just happened. Failures stay until dismissed, the rest for some seconds. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = ++lastId;
  publish([...toasts, { ...toast, id }].slice(-KEPT));
  if (toast.tone !== 'danger') setTimeout(() => dismissToast(id), toast.action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS);
}
