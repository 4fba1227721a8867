import { describe, expect, it } from 'vitest';
import { SAME_IN_BOTH } from './same-in-both.test-support.ts';

type Words = Record<string, unknown>;

const ENGLISH = import.meta.glob<Words>('./en/*.ts', { eager: true });
const JAPANESE = import.meta.glob<Words>('./ja/*.ts', { eager: true });

/** What a word's function makes of some arguments, whatever their types: numbers first, since text has no `toFixed`. */
function said(make: (...values: unknown[]) => unknown): unknown {
  for (const sample of [7, 'x', ['x'], new Date(0)]) {
    try {
      return make(sample, sample, sample, sample, sample);
    } catch {
      // Arguments of another type then.
    }
  }
  return undefined;
}

/** Every text of a catalogue by its path: `list.search`. */
function texts(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return texts(said(value as (...values: unknown[]) => unknown), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, path === '' ? key : `${path}.${key}`));
}

const names = Object.keys(ENGLISH).map((file) => file.slice('./en/'.length));

describe.each(names)('the Japanese words of %s', (name) => {
  const english = new Map(texts(ENGLISH[`./en/${name}`], ''));
  const japanese = new Map(texts(JAPANESE[`./ja/${name}`], ''));

  it('are there for every English one', () => {
    expect([...english.keys()].filter((key) => !japanese.has(key))).toEqual([]);
    expect([...japanese.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it('are Japanese, but for names and units', () => {
    const same = [...english].filter(([key, text]) => japanese.get(key) === text && /[a-z]/i.test(text.replace(/x/g, '')));
    expect(same.map(([, text]) => text).filter((text) => !SAME_IN_BOTH.has(text) && !text.startsWith('/'))).toEqual([]);
  });
});
