import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteRange } from '../../live/agent-files.ts';
import { LONGEST_LINE } from './log-line.ts';
import {
  appended,
  CHUNK_BYTES,
  emptyWindow,
  endRange,
  type LogWindow,
  MAX_BYTES,
  MAX_LINES,
  prepended,
  rangeAfter,
  rangeAround,
  rangeBefore,
  windowOf,
} from './log-window.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What an agent answers to a read: bytes that are cut or no UTF-8 come as replacement characters. */
const answer = (file: Uint8Array, { offset, length }: ByteRange): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.slice(offset, offset + length));

const texts = (window: LogWindow): string[] => window.lines.map(({ text }) => text);

/** Reads on to the end of the file; `limit` makes the reads smaller. */
function readOn(window: LogWindow, file: Uint8Array, limit = CHUNK_BYTES): LogWindow {
  let current = window;
  for (;;) {
    const next = rangeAfter(current, file.length);
    if (next === undefined) return current;
    const part = { offset: next.offset, length: Math.min(next.length, limit) };
    const grown = appended(current, part, answer(file, part));
    if (grown.end === current.end) return grown;
    current = grown;
  }
}

/** Reads back to the beginning of the file, in reads of `limit` bytes. */
function readBack(window: LogWindow, file: Uint8Array, limit = CHUNK_BYTES): LogWindow {
  let current = window;
  for (let before = rangeBefore(current); before !== undefined; before = rangeBefore(current)) {
    const length = Math.min(before.length, limit);
    const part = { offset: current.start - length, length };
    current = prepended(current, part, answer(file, part));
  }
  return current;
}

function atEnd(file: Uint8Array): LogWindow {
  const read = endRange(file.length);
  return read === undefined ? emptyWindow : windowOf(read, answer(file, read));
}

const grapheme = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !text.includes('\uFFFD'));

describe('reading on', () => {
  it('joins a line that is written in two parts', () => {
    const first = readOn(emptyWindow, encode('one\ntw'));
    expect(first.lines).toEqual([
      { offset: 0, text: 'one', ended: true },
      { offset: 4, text: 'tw', ended: false },
    ]);
    expect(readOn(first, encode('one\ntwo\nthree')).lines).toEqual([
      { offset: 0, text: 'one', ended: true },
      { offset: 4, text: 'two', ended: true },
      { offset: 8, text: 'three', ended: false },
    ]);
  });

  it('shows every text as it is, wherever the reads cut it', () => {
    fc.assert(
      fc.property(grapheme, fc.integer({ min: 4, max: 9 }), (written, limit) => {
        const file = encode(written);
        const window = readOn(emptyWindow, file, limit);
        expect(window.lines.map(({ text, ended }) => text + (ended ? '\n' : '')).join('')).toBe(written);
        expect(window.end).toBe(file.length);
        for (const { offset, text } of window.lines) expect(answer(file, { offset, length: encode(text).length })).toBe(text);
      }),
    );
  });

  it('does not wait for ever for the rest of a byte that is no character', () => {
    expect(readOn(emptyWindow, new Uint8Array([0x61, 0xff, 0xfe, 0x0a, 0x62])).end).toBe(5);
    expect(readOn(emptyWindow, new Uint8Array([0xff, 0xfe])).end).toBe(2);
  });

  it('lets go of the oldest lines beyond a number, and of the oldest bytes', () => {
    const short = encode('line\n'.repeat(MAX_LINES + 500));
    expect(readOn(emptyWindow, short)).toMatchObject({ start: 2500, end: short.length });
    const wide = encode(`${'x'.repeat(4095)}\n`.repeat(2000));
    const window = readOn(emptyWindow, wide);
    expect(window.end - window.start).toBe(MAX_BYTES);
    expect(window.lines[0]?.offset).toBe(window.start);
  });

  it('shows a line without end in pieces', () => {
    const window = readOn(emptyWindow, encode('x'.repeat(3 * LONGEST_LINE + 5)));
    expect(window.lines.map(({ text }) => text.length)).toEqual([LONGEST_LINE, LONGEST_LINE, LONGEST_LINE, 5]);
    expect(window.lines.at(-1)?.offset).toBe(3 * LONGEST_LINE);
  });
});

describe('opening a large file', () => {
  const line = `${'é'.repeat(50)}\n`;
  const file = encode(line.repeat(10_000));

  it('reads one piece at its end and begins with a whole line', () => {
    expect(endRange(file.length)).toEqual({ offset: file.length - CHUNK_BYTES, length: CHUNK_BYTES });
    const window = atEnd(file);
    expect(window.start % encode(line).length).toBe(0);
    expect(window.lines[0]).toEqual({ offset: window.start, text: 'é'.repeat(50), ended: true });
  });

  it('opens it around the line that an address names', () => {
    const offset = 5000 * encode(line).length;
    const read = rangeAround(offset, file.length);
    const window = read && windowOf(read, answer(file, read));
    expect(window?.lines.some((shown) => shown.offset === offset)).toBe(true);
    expect(rangeAround(0, 10)).toEqual({ offset: 0, length: 10 });
  });
});

describe('reading back', () => {
  it('comes to the same lines as reading from the beginning', () => {
    fc.assert(
      fc.property(fc.array(grapheme, { maxLength: 20 }), fc.integer({ min: 8, max: 40 }), (lines, limit) => {
        const file = encode(lines.join('\n'));
        const part = { offset: Math.max(0, file.length - limit), length: Math.min(limit, file.length) };
        if (part.length === 0) return;
        const window = readBack(windowOf(part, answer(file, part)), file, limit);
        expect(texts(window).join('\n')).toBe(texts(readOn(emptyWindow, file)).join('\n'));
        expect(window).toMatchObject({ start: 0, end: file.length });
      }),
    );
  });

  it('lets go of the newest lines beyond a number, and reads on from there', () => {
    const file = encode('line\n'.repeat(MAX_LINES + 20_000));
    const window = readBack(atEnd(file), file);
    expect(window).toMatchObject({ start: 0, end: MAX_LINES * 5 });
    expect(rangeAfter(window, file.length)).toEqual({ offset: MAX_LINES * 5, length: CHUNK_BYTES });
  });

  it('always comes further, also through bytes that are no text', () => {
    const file = new Uint8Array(400_000).map((_, index) => (index % 70_000 === 0 ? 0x0a : 0x80 + (index % 64)));
    expect(readBack(atEnd(file), file).start).toBe(0);
  });
});
