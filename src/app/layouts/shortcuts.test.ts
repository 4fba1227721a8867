import { expect, it } from 'vitest';
import { shortcutOf, type Stroke } from './shortcuts.ts';

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({ key, shift: false, modified: false, at: 0, ...more });

it.each([
  ['c', 'create'],
  ['C', 'create-group'],
  ['s', 'search'],
  ['/', 'search'],
  ['?', 'help'],
  ['<', 'about'],
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
  expect(shortcutOf(stroke('a', { at: 300 }), g)).toBe('applications');
  expect(shortcutOf(stroke('e', { at: 300 }), g)).toBe('edit');
  expect(shortcutOf(stroke('c', { at: 300 }), g)).toBeUndefined();
  expect(shortcutOf(stroke('c', { at: 3_000 }), g)).toBe('create');
});

it('leaves the keys of the browser alone', () => {
  expect(shortcutOf(stroke('c', { modified: true }), undefined)).toBeUndefined();
});
