import { describe, expect, it } from 'vitest';
import { parseProcStat, parsePsTime, processStartTime } from './process-table.ts';

const LINE = '4242 (odd) name (x)) S 1 4240 4239 0 -1 4194560 110 0 0 0 150 25 50 75 20 0 1 0 987654 2674688 236 18446744073709551615';

describe('a line of /proc/<pid>/stat', () => {
  it('is read past a name with blanks and parentheses', () => {
    expect(parseProcStat(LINE)).toEqual({
      pid: 4242,
      state: 'S',
      group: 4240,
      session: 4239,
      startTime: '987654',
      userSeconds: 2,
      systemSeconds: 1,
    });
  });

  it.each(['', 'nonsense', '12', '12 (sh) S 1'])('%j is none', (line) => {
    expect(parseProcStat(line)).toBeUndefined();
  });
});

it.each([
  ['0:00.12', 0.12],
  ['01:02:03', 3723],
  ['2-00:00:01', 172_801],
])('ps time %s', (text, seconds) => {
  expect(parsePsTime(text)).toBeCloseTo(seconds);
});

it('a process that does not exist has no start', async () => {
  expect(await processStartTime(process.pid)).toMatch(/\S/);
  expect(await processStartTime(2 ** 22 + 1)).toBeUndefined();
});
