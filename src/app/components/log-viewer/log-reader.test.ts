import { describe, expect, it } from 'vitest';
import type { ByteRange } from '../../live/agent-files.ts';
import { createLogReader, type LogReader } from './log-reader.ts';
import { CHUNK_BYTES } from './log-window.ts';

/** A file in memory. Time passes only by `tick`: what rests goes on then. */
function testFile(text = '') {
  let bytes = new TextEncoder().encode(text);
  let fault: Error | undefined;
  const resting = new Set<() => void>();
  const reads: ByteRange[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return {
    reads,
    settle,
    write(more: string) {
      bytes = new Uint8Array([...bytes, ...new TextEncoder().encode(more)]);
    },
    replace(whole: string) {
      bytes = new TextEncoder().encode(whole);
    },
    fail(error: Error | undefined) {
      fault = error;
    },
    async tick() {
      for (const goOn of resting) goOn();
      resting.clear();
      await settle();
    },
    file: {
      async size() {
        if (fault) throw fault;
        return bytes.length;
      },
      async read(range: ByteRange) {
        reads.push(range);
        if (fault) throw fault;
        return new TextDecoder().decode(bytes.slice(range.offset, range.offset + range.length));
      },
      rest: (_: number, signal: AbortSignal) =>
        new Promise<void>((resolve) => {
          resting.add(resolve);
          signal.addEventListener('abort', () => resolve());
        }),
    },
  };
}

const texts = (reader: LogReader): string[] => reader.state().window.lines.map(({ text }) => text);

describe('following', () => {
  it('shows what is written, until it is paused', async () => {
    const file = testFile('one\n');
    const reader = createLogReader(file.file);
    reader.open();
    await file.settle();
    expect([texts(reader), reader.state().following]).toEqual([['one'], true]);
    file.write('two\n');
    await file.tick();
    expect(texts(reader)).toEqual(['one', 'two']);
    reader.pause();
    file.write('three\n');
    await file.tick();
    expect([texts(reader), reader.state().following]).toEqual([['one', 'two'], false]);
    reader.open();
    await file.settle();
    expect(texts(reader)).toEqual(['one', 'two', 'three']);
  });

  it('goes on after a failure, and says what it was until then', async () => {
    const file = testFile();
    const reader = createLogReader(file.file);
    reader.open();
    await file.settle();
    expect(reader.state()).toMatchObject({ loaded: true, error: undefined });
    file.fail(new Error('The agent does not answer.'));
    await file.tick();
    expect(reader.state().error?.message).toBe('The agent does not answer.');
    file.fail(undefined);
    file.write('back\n');
    await file.tick();
    expect([texts(reader), reader.state().error]).toEqual([['back'], undefined]);
  });

  it('begins anew when the file was written anew', async () => {
    const file = testFile('a long old text\n');
    const reader = createLogReader(file.file);
    reader.open();
    await file.settle();
    file.replace('new\n');
    await file.tick();
    expect(texts(reader)).toEqual(['new']);
    file.replace('');
    await file.tick();
    expect(texts(reader)).toEqual([]);
  });

  it('leaves out what was written meanwhile when that is much', async () => {
    const file = testFile('first\n');
    const reader = createLogReader(file.file);
    reader.open();
    await file.settle();
    reader.pause();
    file.write('line\n'.repeat(100_000));
    reader.open();
    await file.settle();
    expect(file.reads.at(-1)).toEqual({ offset: 500_006 - CHUNK_BYTES, length: CHUNK_BYTES });
    expect(texts(reader)[0]).toBe('line');
  });
});

describe('a part of a large file', () => {
  const large = Array.from({ length: 5000 }, (_, n) => `${String(n).padStart(99)}\n`).join('');

  it('is shown around an address, and pages from there either way', async () => {
    const file = testFile(large);
    const reader = createLogReader(file.file);
    reader.open(100_000);
    await file.settle();
    expect(reader.state()).toMatchObject({ following: false, loaded: true, size: 500_000 });
    expect(reader.state().window.lines.some(({ offset, text }) => offset === 100_000 && text.trim() === '1000')).toBe(true);
    const { start, end } = reader.state().window;
    reader.more('before');
    reader.more('after');
    await file.settle();
    expect(reader.state().window).toMatchObject({ end });
    expect(reader.state().window.start).toBeLessThan(start);
    reader.more('after');
    await file.settle();
    expect(reader.state().window.end).toBeGreaterThan(end);
    const numbers = texts(reader).slice(0, -1).map(Number);
    expect(numbers).toEqual(numbers.map((_, n) => (numbers[0] ?? 0) + n));
  });

  it('has no more at its ends', async () => {
    const file = testFile('short\n');
    const reader = createLogReader(file.file);
    reader.open(0);
    await file.settle();
    const reads = file.reads.length;
    reader.more('before');
    reader.more('after');
    await file.settle();
    expect(file.reads).toHaveLength(reads);
  });

  it('says why it could not be read, and reads again when asked to', async () => {
    const file = testFile(large);
    file.fail(new Error('gone'));
    const reader = createLogReader(file.file);
    reader.open(100_000);
    await file.settle();
    expect(reader.state()).toMatchObject({ loaded: false, error: { message: 'gone' } });
    file.fail(undefined);
    reader.open(100_000);
    await file.settle();
    expect(reader.state()).toMatchObject({ loaded: true, error: undefined });
  });
});
