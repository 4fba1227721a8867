import { expect, it } from 'vitest';
import { splitLines } from './log-line.ts';
import { type LogWindow, MAX_LINES } from './log-window.ts';
import { type MergedLog, noMergedLines, withArrivals, withEarlier } from './merged-log.ts';

const windowOf = (text: string): LogWindow => ({ lines: splitLines(text, 0), start: 0, end: text.length });
const shown = ({ lines }: MergedLog): string[] => lines.map(({ source, line }) => `${source} ${line.text}`);

it('puts what was there in the order of its times, and then what comes as it comes', () => {
  const out = '10:00 out\n2016-03-26T10:00:02Z two\n  at stack\n2016-03-26T10:00:05Z five\n';
  const err = '2016-03-26T10:00:01Z one\n2016-03-26T10:00:03Z three\n';
  const first = withArrivals(noMergedLines, [windowOf(out), windowOf(err)]);
  expect(shown(first)).toEqual([
    '1 2016-03-26T10:00:01Z one',
    '0 10:00 out',
    '0 2016-03-26T10:00:02Z two',
    '0   at stack',
    '1 2016-03-26T10:00:03Z three',
    '0 2016-03-26T10:00:05Z five',
  ]);
  expect(first.atFirst).toBe(6);
  const late = withArrivals(first, [windowOf(out), windowOf(`${err}2016-03-26T10:00:04Z late\n`)]);
  expect(shown(late).at(-1)).toBe('1 2016-03-26T10:00:04Z late');
  expect(late.atFirst).toBe(6);
});

it('holds back what may come after lines that are not read, and shows it with them', () => {
  const busy: LogWindow = { lines: splitLines('the rest of a line\n2016-03-26T10:00:05Z five\n', 1_000), start: 1_000, end: 1_044 };
  const quiet = windowOf('2016-03-26T10:00:01Z one\n2016-03-26T10:00:06Z six\n');
  const first = withArrivals(noMergedLines, [busy, quiet]);
  expect([shown(first), first.atFirst]).toEqual([['0 2016-03-26T10:00:05Z five', '1 2016-03-26T10:00:06Z six'], 2]);
  const lines = splitLines('2016-03-26T10:00:00Z zero\n2016-03-26T10:00:04Z four\n', 0);
  const back = withEarlier(first, [{ source: 0, end: 1_000, piece: { start: 0, lines } }]);
  expect(shown(back)).toEqual([
    '0 2016-03-26T10:00:00Z zero',
    '1 2016-03-26T10:00:01Z one',
    '0 2016-03-26T10:00:04Z four',
    '0 the rest of a line',
    '0 2016-03-26T10:00:05Z five',
    '1 2016-03-26T10:00:06Z six',
  ]);
  expect(back.atFirst).toBe(6);
});

it('leaves out what was read for lines that it has let go of meanwhile', () => {
  const first = withArrivals(noMergedLines, [{ ...windowOf('b\n'), start: 500 }]);
  const stale = { source: 0, end: 400, piece: { start: 0, lines: splitLines('a\n', 0) } };
  expect(shown(withEarlier(first, [stale]))).toEqual(['0 b']);
});

it('shows files without times one after the other', () => {
  expect(shown(withArrivals(noMergedLines, [windowOf('a\nb\n'), windowOf('c\n')]))).toEqual(['0 a', '0 b', '1 c']);
});

it('waits for the end of a line, and at first for all files', () => {
  expect(withArrivals(noMergedLines, [windowOf('whole\nhal'), undefined])).toBe(noMergedLines);
  const first = withArrivals(noMergedLines, [windowOf('whole\nhal'), windowOf('')]);
  expect([shown(first), first.atFirst]).toEqual([['0 whole'], 1]);
  expect(shown(withArrivals(first, [windowOf('whole\nhalf\n'), windowOf('')]))).toEqual(['0 whole', '0 half']);
});

it('is the same when nothing has come', () => {
  const first = withArrivals(noMergedLines, [windowOf('a\n'), windowOf('b\n')]);
  expect(withArrivals(first, [windowOf('a\n'), windowOf('b\n')])).toBe(first);
});

it('takes a file that was written anew from its beginning', () => {
  const first = withArrivals(noMergedLines, [windowOf('a long line\n'), windowOf('')]);
  expect(shown(withArrivals(first, [windowOf('new\n'), windowOf('')]))).toEqual(['0 a long line', '0 new']);
});

it('keeps a bounded number of lines', () => {
  const first = withArrivals(noMergedLines, [windowOf('x\n'.repeat(MAX_LINES)), windowOf('')]);
  const second = withArrivals(first, [windowOf('x\n'.repeat(MAX_LINES)), windowOf('y\n')]);
  expect([second.lines.length, shown(second).at(-1), second.atFirst]).toEqual([MAX_LINES, '1 y', MAX_LINES - 1]);
});
