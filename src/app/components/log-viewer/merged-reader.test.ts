import { expect, it, vi } from 'vitest';
import type { LogFile } from './log-reader.ts';
import { firstTime } from './merged-line.ts';
import { createMergedReader, type MergedReader } from './merged-reader.ts';

/** A file that does not grow. */
const fileOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  const file: LogFile & { reads: number } = {
    reads: 0,
    size: async () => bytes.length,
    read: async ({ offset, length }) => {
      file.reads += 1;
      return new TextDecoder().decode(bytes.subarray(offset, offset + length));
    },
    rest: (_ms, signal) =>
      new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve());
      }),
  };
  return file;
};

const START = Date.UTC(2016, 2, 26);
/** `count` lines of some hundred bytes, one each so many seconds; every third without a time. */
const timedLog = (name: string, count: number, everySeconds: number): string =>
  Array.from({ length: count }, (_, n) => {
    const time = n % 3 === 2 ? '    at' : new Date(START + n * everySeconds * 1000).toISOString();
    return `${time} ${name} ${n} ${'.'.repeat(300)}\n`;
  }).join('');

const texts = (reader: MergedReader, source: number): string[] =>
  reader
    .state()
    .lines.filter((entry) => entry.source === source)
    .map(({ line }) => `${line.text}\n`);

async function pageBackToTheBeginning(reader: MergedReader): Promise<number> {
  let pages = 0;
  while (reader.state().before === 'more') {
    const shown = reader.state().lines;
    reader.earlier();
    await vi.waitUntil(() => !reader.state().loading);
    // what was shown stays as it was, and where it was
    expect(reader.state().lines.slice(-shown.length)).toEqual(shown);
    pages += 1;
  }
  return pages;
}

it('pages back through all files in the order of their times, and leaves nothing out', async () => {
  const busy = timedLog('busy', 1_200, 1);
  const quiet = timedLog('quiet', 240, 6);
  const reader = createMergedReader([fileOf(busy), fileOf(quiet)]);
  reader.follow();
  await vi.waitUntil(() => reader.state().loaded);
  const first = reader.state();
  expect(first.lines.length).toBeLessThan(400);
  expect(first.before).toBe('more');
  reader.pause();
  expect(await pageBackToTheBeginning(reader)).toBeGreaterThan(3);
  expect([texts(reader, 0).join(''), texts(reader, 1).join('')]).toEqual([busy, quiet]);
  const times = reader.state().lines.flatMap((entry) => firstTime([entry]) ?? []);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(reader.state().atFirst).toBe(1_440);
  expect(reader.state().before).toBe('nothing');
});

it('pages back through files without times too, each in its own order', async () => {
  const out = Array.from({ length: 3_000 }, (_, n) => `out ${n} ${'.'.repeat(50)}\n`).join('');
  const reader = createMergedReader([fileOf(out), fileOf('a\nb\n')]);
  reader.follow();
  await vi.waitUntil(() => reader.state().loaded);
  await pageBackToTheBeginning(reader);
  expect([texts(reader, 0).join(''), texts(reader, 1).join('')]).toEqual([out, 'a\nb\n']);
});

it('says which file cannot be read further back, and tries again when asked', async () => {
  const file = fileOf(timedLog('busy', 1_200, 1));
  let broken = false;
  const read: LogFile['read'] = async (range, signal) => {
    if (broken) throw new Error('no such luck');
    return file.read(range, signal);
  };
  const reader = createMergedReader([{ ...file, read }, fileOf('')]);
  reader.follow();
  await vi.waitUntil(() => reader.state().loaded);
  broken = true;
  reader.earlier();
  await vi.waitUntil(() => !reader.state().loading);
  expect(reader.state().errors[0]?.message).toBe('no such luck');
  broken = false;
  await pageBackToTheBeginning(reader);
  expect(reader.state().errors).toEqual([undefined, undefined]);
});

it('lets several asks for the same be one', async () => {
  const file = fileOf(timedLog('busy', 1_200, 1));
  const reader = createMergedReader([file, fileOf('')]);
  reader.follow();
  await vi.waitUntil(() => reader.state().loaded);
  const { reads } = file;
  reader.earlier();
  reader.earlier();
  await vi.waitUntil(() => !reader.state().loading);
  expect(file.reads).toBe(reads + 1);
});
