import { expect, it } from 'vitest';
import { lineTime } from './line-time.ts';

const NOW = Date.UTC(2016, 3, 1);
const at = Date.UTC(2016, 2, 26, 12, 30, 1, 250);
const second = Date.UTC(2016, 2, 26, 12, 30, 1);

it.each([
  ['2016-03-26T12:30:01.250Z started', at, true],
  ['2016-03-26 12:30:01,250 INFO started', at, false],
  ['[2016-03-26 14:30:01.250 +0200] started', at, true],
  ['2016-03-26T07:30:01.25-05:00 started', at, true],
  ['2016/03/26 12:30:01 [error] 7#7: started', second, false],
  ['[simulated] 2016-03-26T12:30:01.250Z web: started', at, true],
  ['time="2016-03-26T12:30:01.250Z" level=info', at, true],
  ['1:C 26 Mar 2016 12:30:01.250 * Redis starts', at, false],
  ['10.0.0.7 - - [26/Mar/2016:14:30:01 +0200] "GET / HTTP/1.1" 200', second, true],
  ['I0326 12:30:01.250000  4242 fetcher.cpp:424] Fetcher Info', at, false],
])('reads the time of %s', (line, expected, zoned) => {
  expect(lineTime(line, NOW)).toEqual({ at: expected, zoned });
});

it('takes a time without a year as the last one that has been', () => {
  expect(lineTime('W1231 23:59:59.000000 1 x', NOW)?.at).toBe(Date.UTC(2015, 11, 31, 23, 59, 59));
});

it.each([
  'started at 12:30:01',
  '2016-02-31T12:30:01Z',
  '2016-03-26T25:30:01Z',
  '26 Mär 2016 12:30:01',
  '',
  '12:30:01',
  '1.2.3.4:8080 12:30:01',
])('finds no time in "%s"', (line) => expect(lineTime(line, NOW)).toBeUndefined());
