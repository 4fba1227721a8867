import { expect, it } from 'vitest';
import { fits } from './log-pattern.ts';
import { CHUNK_BYTES } from './log-window.ts';
import { type Direction, searchFile } from './search-file.ts';

const LINE = 100;
/** Lines of 100 bytes, each with its number. */
const file = new TextEncoder().encode(Array.from({ length: 10_000 }, (_, n) => `${`line ${n} `.padEnd(LINE - 1, '.')}\n`).join(''));

function search(direction: Direction, from: { start: number; end: number }, expression: RegExp) {
  const reads: number[] = [];
  const progress: [number, number][] = [];
  const found = searchFile({
    read: async ({ offset, length }) => {
      reads.push(length);
      return new TextDecoder().decode(file.subarray(offset, offset + length));
    },
    size: file.length,
    from,
    direction,
    match: async (texts) => texts.map((text) => (fits(text, expression) ? [] : undefined)),
    signal: new AbortController().signal,
    onProgress: (searched, all) => progress.push([searched, all]),
  });
  return { found, reads, progress };
}

const atEnd = { start: file.length - 5 * LINE, end: file.length };

it('finds the nearest line before what is shown, piece by piece', async () => {
  const { found, reads, progress } = search('back', atEnd, /line \d*42 /);
  expect(await found).toBe(9942 * LINE);
  expect(reads).toEqual([CHUNK_BYTES]);
  expect(progress).toEqual([]);
  expect(await search('back', atEnd, /line 17 /).found).toBe(17 * LINE);
});

it('does not find again what is shown, and says how far it is', async () => {
  const { found, reads, progress } = search('back', atEnd, /line 9999 /);
  expect(await found).toBeUndefined();
  expect(Math.max(...reads)).toBe(CHUNK_BYTES);
  expect(progress.at(-1)).toEqual([atEnd.start, atEnd.start]);
  expect(progress.every(([searched], index) => searched > (progress[index - 1]?.[0] ?? 0))).toBe(true);
});

it('finds the nearest line after what is shown', async () => {
  const atStart = { start: 0, end: 300 * LINE };
  expect(await search('on', atStart, /line \d*42 /).found).toBe(342 * LINE);
  expect(await search('on', atStart, /line 9999 /).found).toBe(9999 * LINE);
  expect(await search('on', atStart, /line 42 /).found).toBeUndefined();
});

it('stops when it is told to', async () => {
  const stopped = new AbortController();
  let reads = 0;
  const found = searchFile({
    read: async () => {
      reads += 1;
      if (reads === 3) stopped.abort(new Error('enough'));
      return 'x\n'.repeat(CHUNK_BYTES / 2);
    },
    size: 1e9,
    from: { start: 1e9, end: 1e9 },
    direction: 'back',
    match: async (texts) => texts.map(() => undefined),
    signal: stopped.signal,
    onProgress: () => undefined,
  });
  await expect(found).rejects.toThrow('enough');
  expect(reads).toBe(3);
});
