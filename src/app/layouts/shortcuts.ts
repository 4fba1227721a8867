import { type Place, PLACES } from '../util/places.ts';

export type Shortcut =
  | 'create'
  | 'create-group'
  | 'edit'
  | 'search'
  | 'about'
  | 'help'
  | 'palette'
  | 'next-row'
  | 'previous-row'
  | { go: Place['to'] };

export interface Stroke {
  /** As `KeyboardEvent.key`. */
  key: string;
  shift: boolean;
  /** Ctrl or Meta alone. */
  command: boolean;
  /** Ctrl, Alt or Meta: the browser's or the system's own. */
  modified: boolean;
  /** In milliseconds. */
  at: number;
}

/** The second of two keys has to follow so soon. */
const SEQUENCE_MS = 1_500;

const SINGLE: Partial<Record<string, Shortcut>> = {
  c: 'create',
  C: 'create-group',
  s: 'search',
  '/': 'search',
  '?': 'help',
  '<': 'about',
  j: 'next-row',
  k: 'previous-row',
};
/** After `g`, for "go": beside the places. `g v` was told of new versions of the pages; About says which one this is. */
const AFTER_G: Partial<Record<string, Shortcut>> = { e: 'edit', v: 'about' };

/** What a key means, after the one before it: the keys of Marathon's UI, and more. undefined: nothing, or the first of two. */
export function shortcutOf(stroke: Stroke, before: Stroke | undefined): Shortcut | undefined {
  if (stroke.command && stroke.key.toLowerCase() === 'k') return 'palette';
  if (stroke.modified) return undefined;
  if (before?.key === 'g' && !before.modified && stroke.at - before.at <= SEQUENCE_MS) return goOf(stroke.key);
  // Shift and comma, where that gives another sign than <.
  if (stroke.key === ',' && stroke.shift) return 'about';
  return SINGLE[stroke.key];
}

function goOf(key: string): Shortcut | undefined {
  const place = PLACES.find((known) => known.key === key);
  return place === undefined ? AFTER_G[key] : { go: place.to };
}
