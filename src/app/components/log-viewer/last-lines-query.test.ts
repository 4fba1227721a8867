import { expect, it } from 'vitest';
import { lastLines } from './last-lines-query.ts';

it('takes the last lines that say something', () => {
  expect(lastLines('a\nb\n\n  \n', 1, false)).toEqual(['b']);
  expect(lastLines('a\nb\nc\n', 2, false)).toEqual(['b', 'c']);
  expect(lastLines('', 3, false)).toEqual([]);
});

it('leaves out a line that is cut off, unless it is all there is', () => {
  expect(lastLines('alf a line\nwhole\n', 5, true)).toEqual(['whole']);
  expect(lastLines('one endless line', 5, true)).toEqual(['one endless line']);
});

it('shows the last state of a line that is rewritten', () => {
  expect(lastLines('10%\r20%\r30%\n', 1, false)).toEqual(['30%']);
});
