import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionLines } from './definition-lines.ts';
import { diffLines } from './diff-lines.ts';
import { inBlocks, sideBySide } from './diff-rows.ts';
import { maskSecrets } from './mask-secrets.ts';

describe('the difference of two texts', () => {
  it('is the shortest, old lines before new ones', () => {
    expect(diffLines(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'd', 'e'])).toEqual([
      { kind: 'same', before: 1, after: 1, text: 'a' },
      { kind: 'removed', before: 2, text: 'b' },
      { kind: 'added', after: 2, text: 'x' },
      { kind: 'same', before: 3, after: 3, text: 'c' },
      { kind: 'same', before: 4, after: 4, text: 'd' },
      { kind: 'added', after: 5, text: 'e' },
    ]);
  });

  it('holds both texts whole, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        expect(lines.filter(({ kind }) => kind !== 'added').map((line) => line.text)).toEqual(before);
        expect(lines.filter(({ kind }) => kind !== 'removed').map((line) => line.text)).toEqual(after);
        expect(lines.flatMap((line) => ('before' in line ? line.before : []))).toEqual(before.map((_, index) => index + 1));
        expect(lines.flatMap((line) => ('after' in line ? line.after : []))).toEqual(after.map((_, index) => index + 1));
      }),
    );
  });

  it('of two huge texts takes no longer than one can wait', () => {
    const text = (word: string): string[] => Array.from({ length: 5_000 }, (_, index) => `${word} ${index}`);
    expect(diffLines(['same', ...text('old')], ['same', ...text('new')])).toHaveLength(10_001);
  });
});

describe('the lines of two definitions', () => {
  it('differ in values, not in the order of keys or in commas', () => {
    const { before, after } = definitionLines({ id: '/a', env: { A: '1', B: '2' } }, { env: { C: '3', B: '2', A: '1' }, id: '/a' });
    expect(diffLines(before, after).filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', after: 6, text: '    "C": "3"' }]);
  });
});

describe('what is shown of a difference', () => {
  it('is what went beside what came', () => {
    const rows = sideBySide(diffLines(['a', 'b', 'c'], ['x', 'c']));
    expect(rows.map(({ left, right }) => [left?.text, right?.text])).toEqual([
      ['a', 'x'],
      ['b', undefined],
      ['c', 'c'],
    ]);
  });

  it('leaves out what is far from every change', () => {
    const blocks = inBlocks('aaaaaaaaXaaaa'.split(''), (line) => line === 'a', 2);
    expect(blocks.map(({ kind, lines }) => `${kind} ${lines.join('')}`)).toEqual(['hidden aaaaaa', 'shown aaXaa', 'shown aa']);
  });
});

describe('secret-looking variables', () => {
  it('cannot be read, but are seen to differ', () => {
    const before = { id: '/a', env: { DB_PASSWORD: 'one', API_KEY: 'k', KEYBOARD: 'de', TOKEN: { secret: 't' } } };
    const after = { id: '/a', env: { ...before.env, DB_PASSWORD: 'two' } };
    expect(maskSecrets(before, after)).toEqual({
      before: { id: '/a', env: { DB_PASSWORD: '••••••', API_KEY: '••••••', KEYBOARD: 'de', TOKEN: { secret: 't' } } },
      after: { id: '/a', env: { DB_PASSWORD: '•••••• *', API_KEY: '••••••', KEYBOARD: 'de', TOKEN: { secret: 't' } } },
    });
    expect(maskSecrets({ id: '/a', env: { COLOUR: 'blue' } }, { id: '/a' })).toBeUndefined();
  });
});
