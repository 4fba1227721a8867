import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fits, logPattern, markedPieces, matchesIn } from './log-pattern.ts';

const expression = (text: string, regex = true, caseSensitive = false): RegExp => {
  const pattern = logPattern({ text, regex, caseSensitive });
  if (pattern.kind !== 'pattern') throw new Error(`${text} is no pattern`);
  return pattern.expression;
};

it('takes a text to the letter unless it is to be a regular expression', () => {
  expect(matchesIn('a.b axb', expression('a.b', false))).toEqual([{ from: 0, to: 3 }]);
  expect(matchesIn('a.b axb', expression('a.b'))).toHaveLength(2);
  expect(fits('ERROR', expression('error', false))).toBe(true);
  expect(fits('ERROR', expression('error', false, true))).toBe(false);
});

it('every text can be looked for to the letter', () => {
  fc.assert(fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => fits(`<${text}>`, expression(text, false, true))));
});

it('says what is wrong with an expression', () => {
  expect(logPattern({ text: '(', regex: true, caseSensitive: false })).toMatchObject({
    kind: 'invalid',
    message: expect.stringMatching(/group/i),
  });
  expect(logPattern({ text: '', regex: true, caseSensitive: false })).toEqual({ kind: 'none' });
});

it('finds empty lines, though there is nothing to mark', () => {
  expect(fits('', expression('^$'))).toBe(true);
  expect(matchesIn('abc', expression('x*'))).toEqual([]);
});

it('gives the same answer however often it is asked', () => {
  const pattern = expression('a');
  expect([fits('xa', pattern), fits('xa', pattern), fits('a', pattern)]).toEqual([true, true, true]);
  expect(matchesIn('a xa', pattern)).toHaveLength(2);
});

it('cuts a piece where marks begin and end', () => {
  const marks = [
    { from: 1, to: 3 },
    { from: 4, to: 9 },
  ];
  expect(markedPieces('abcdef', 0, marks)).toEqual([
    { at: 0, text: 'a', marked: false },
    { at: 1, text: 'bc', marked: true },
    { at: 3, text: 'd', marked: false },
    { at: 4, text: 'ef', marked: true },
  ]);
  expect(markedPieces('ghi', 6, marks)).toEqual([{ at: 6, text: 'ghi', marked: true }]);
  expect(markedPieces('jk', 9, marks)).toEqual([{ at: 9, text: 'jk', marked: false }]);
});
