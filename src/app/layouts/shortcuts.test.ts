import { expect, it } from 'vitest';
import { paths } from '../paths.ts';
import { PLACES } from '../util/places.ts';
import { shortcutOf, type Stroke } from './shortcuts.ts';

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  shift: false,
  command: false,
  modified: false,
  at: 0,
  ...more,
});

it.each([
  ['c', 'create'],
  ['C', 'create-group'],
  ['s', 'search'],
  ['/', 'search'],
  ['?', 'help'],
  ['<', 'about'],
  ['j', 'next-row'],
  ['k', 'previous-row'],
  ['x', undefined],
  ['g', undefined],
])('reads "%s" as %s', (key, shortcut) => {
  expect(shortcutOf(stroke(key), undefined)).toBe(shortcut);
});

it('takes Shift and comma for About on every keyboard', () => {
  expect(shortcutOf(stroke(',', { shift: true }), undefined)).toBe('about');
  expect(shortcutOf(stroke(','), undefined)).toBeUndefined();
});

it('goes somewhere by g and a second key that follows soon', () => {
  const g = stroke('g');
  expect(shortcutOf(stroke('a', { at: 300 }), g)).toEqual({ go: paths.marathon.apps() });
  expect(shortcutOf(stroke('n', { at: 300 }), g)).toEqual({ go: paths.nodes() });
  expect(shortcutOf(stroke('e', { at: 300 }), g)).toBe('edit');
  expect(shortcutOf(stroke('x', { at: 300 }), g)).toBeUndefined();
  expect(shortcutOf(stroke('c', { at: 3_000 }), g)).toBe('create');
});

it('has one place for each second key, and none where an action is', () => {
  const keys = [...PLACES.map(({ key }) => key), 'e', 'v'];
  expect(new Set(keys).size).toBe(keys.length);
});

it('opens the palette by Ctrl or Meta and K, whatever Caps Lock says', () => {
  expect(shortcutOf(stroke('k', { command: true, modified: true }), undefined)).toBe('palette');
  expect(shortcutOf(stroke('K', { command: true, modified: true }), undefined)).toBe('palette');
});

it('leaves the other keys of the browser alone', () => {
  expect(shortcutOf(stroke('c', { command: true, modified: true }), undefined)).toBeUndefined();
  expect(shortcutOf(stroke('k', { modified: true }), undefined)).toBeUndefined();
});
