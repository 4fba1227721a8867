import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSgr } from './sgr.ts';

const ESC = '\u001B';
const text = (line: string): string =>
  parseSgr(line)
    .map((span) => span.text)
    .join('');

it('leaves a line without sequences as it is', () => {
  expect(parseSgr('plain\ttext')).toEqual([{ text: 'plain\ttext', look: {} }]);
  expect(parseSgr('')).toEqual([]);
});

it('cuts a line where its look changes', () => {
  expect(parseSgr(`a ${ESC}[1;31merror${ESC}[0m b`)).toEqual([
    { text: 'a ', look: {} },
    { text: 'error', look: { bold: true, color: 1 } },
    { text: ' b', look: {} },
  ]);
});

it.each([
  ['[32m', { color: 2 }],
  ['[97m', { color: 15 }],
  ['[44m', { background: 4 }],
  ['[100m', { background: 8 }],
  ['[38;5;9m', { color: 9 }],
  ['[38;5;196m', { color: 'rgb(255 0 0)' }],
  ['[38;5;244m', { color: 'rgb(128 128 128)' }],
  ['[38;2;1;2;300m', { color: 'rgb(1 2 255)' }],
  ['[38:2:1:2:3m', { color: 'rgb(1 2 3)' }],
  ['[48;5;16;4m', { background: 'rgb(0 0 0)', underline: true }],
  ['[31;39m', {}],
  ['[31;42;49m', { color: 1 }],
  ['[31;m', {}],
  ['[38;5;999;3m', { italic: true }],
  ['[7;9m', { inverse: true, strike: true }],
])('understands %s', (sequence, look) => {
  expect(parseSgr(`${ESC}${sequence}x`)).toEqual([{ text: 'x', look }]);
});

it('leaves out what moves the cursor, sets titles or makes links', () => {
  expect(text(`${ESC}[2K${ESC}[1Ga${ESC}]0;title\u0007b${ESC}]8;;http://x${ESC}\\c${ESC}(Bd\u0008`)).toBe('abcd');
});

it('shows the last state of a line that is rewritten', () => {
  expect(text('10%\r20%\r30%\r')).toBe('30%');
  expect(text('windows\r')).toBe('windows');
});

it('never throws, and never shows an escape', () => {
  const piece = fc.constantFrom(ESC, '[', ']', ';', 'm', '3', '38', '5', '\r', 'a', '\u0007', '\\');
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => !text(pieces.join('')).includes(ESC)));
});
