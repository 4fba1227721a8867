export type Shortcut = 'create' | 'create-group' | 'applications' | 'deployments' | 'edit' | 'search' | 'about' | 'help';

export interface Stroke {
  /** As `KeyboardEvent.key`. */
  key: string;
  shift: boolean;
  /** Ctrl, Alt or Meta: the browser's or the system's own. */
  modified: boolean;
  /** In milliseconds. */
  at: number;
}

/** The second of two keys has to follow so soon. */
const SEQUENCE_MS = 1_500;

const SINGLE: Partial<Record<string, Shortcut>> = { c: 'create', C: 'create-group', s: 'search', '/': 'search', '?': 'help', '<': 'about' };
/** After `g`, for "go". `g v` was told of new versions of the pages; About says which one this is. */
const AFTER_G: Partial<Record<string, Shortcut>> = { a: 'applications', d: 'deployments', e: 'edit', v: 'about' };

/** What a key means, after the one before it: the keys of Marathon's UI, and `/`. undefined: nothing, or the first of two. */
export function shortcutOf(stroke: Stroke, before: Stroke | undefined): Shortcut | undefined {
  if (stroke.modified) return undefined;
  if (before?.key === 'g' && !before.modified && stroke.at - before.at <= SEQUENCE_MS) return AFTER_G[stroke.key];
  // Shift and comma, where that gives another sign than <.
  if (stroke.key === ',' && stroke.shift) return 'about';
  return SINGLE[stroke.key];
}
