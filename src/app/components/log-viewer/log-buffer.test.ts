import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyBuffer, type LogBuffer, MAX_LINES, nextRead, READ_BYTES, TAIL_BYTES, withRead } from './log-buffer.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Reads on until the buffer has all that the file has, as the viewer does; `limit` cuts the reads smaller. */
function readAll(buffer: LogBuffer, file: Uint8Array, limit = READ_BYTES): LogBuffer {
  let current = buffer;
  for (;;) {
    const read = nextRead(current, file.length);
    if (read === undefined) return current;
    const part = { offset: read.offset, length: Math.min(read.length, limit) };
    const next = withRead(current, part, decode(file.slice(part.offset, part.offset + part.length)));
    if (next.end === current.end) return next;
    current = next;
  }
}

describe('following a file', () => {
  it('joins a line that is written in two parts', () => {
    const first = readAll(emptyBuffer, encode('one\ntw'));
    expect(first.lines).toEqual(['one', 'tw']);
    expect(readAll(first, encode('one\ntwo\n')).lines).toEqual(['one', 'two', '']);
  });

  it('shows every text as it is, wherever the reads cut it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((string) => !string.includes('\uFFFD'));
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 9 }), (written, limit) => {
        const { lines, end } = readAll(emptyBuffer, encode(written), limit);
        expect(lines.join('\n')).toBe(written);
        expect(end).toBe(encode(written).length);
      }),
    );
  });

  it('does not wait for ever for the rest of a byte that is no character', () => {
    const file = new Uint8Array([0x61, 0xff, 0xfe, 0x0a, 0x62]);
    expect(readAll(emptyBuffer, file).end).toBe(5);
  });

  it('begins near the end of a large file, with a whole line', () => {
    const line = `${'é'.repeat(50)}\n`;
    const file = encode(line.repeat(10_000));
    const buffer = readAll(emptyBuffer, file);
    expect(buffer.start).toBeGreaterThan(file.length - TAIL_BYTES);
    expect(buffer.start % encode(line).length).toBe(0);
    expect(buffer.lines[0]).toBe('é'.repeat(50));
  });

  it('keeps a bounded number of lines and goes on counting', () => {
    let buffer = emptyBuffer;
    let file = '';
    for (let block = 0; block < 5; block += 1) {
      file += 'line\n'.repeat(MAX_LINES / 4);
      buffer = readAll(buffer, encode(file));
    }
    expect(buffer.lines).toHaveLength(MAX_LINES);
    expect(buffer.firstLine + buffer.lines.length).toBe((MAX_LINES / 4) * 5 + 1);
    expect(buffer.start).toBe(buffer.firstLine * 5);
  });

  it('begins anew when the file was truncated', () => {
    const long = readAll(emptyBuffer, encode('a long old text\n'));
    expect(readAll(long, encode('new\n'))).toMatchObject({ lines: ['new', ''], start: 0, end: 4, firstLine: 0 });
    expect(readAll(readAll(long, encode('')), encode('x')).lines).toEqual(['x']);
  });

  it('asks for nothing when there is nothing new', () => {
    expect(nextRead(readAll(emptyBuffer, encode('x\n')), 2)).toBeUndefined();
  });
});
