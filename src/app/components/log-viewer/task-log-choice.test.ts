import { expect, it } from 'vitest';
import { MOST_INSTANCES, readLogChoice, shortTaskName, withLine, withLogChoice } from './task-log-choice.ts';

const search = (text: string): URLSearchParams => new URLSearchParams(text);

it('reads what is shown from the address', () => {
  expect(readLogChoice(search(''))).toEqual({ file: 'stdout', others: [] });
  expect(readLogChoice(search('file=both&with=b&with=c&with=b'))).toEqual({ file: 'both', others: ['b', 'c'] });
  expect(readLogChoice(search('file=passwd')).file).toBe('stdout');
  expect(readLogChoice(search('with=1&with=2&with=3&with=4&with=5&with=6&with=7')).others).toHaveLength(MOST_INSTANCES - 1);
});

it('keeps what else is in the address, but no line of another file', () => {
  expect(withLogChoice(search('find=x&at=5&with=a'), { file: 'stderr', others: ['b'] }).toString()).toBe('find=x&file=stderr&with=b');
  expect(withLine(search('find=x&file=both&with=a'), 'stderr', 7).toString()).toBe('find=x&file=stderr&at=7');
});

it('names an instance by what differs from the others', () => {
  expect(shortTaskName('shop_web.instance-9f1c22aa-77f0-11e6-8a0d-0242ac110002._app.1')).toBe('9f1c22aa');
  expect(shortTaskName('shop_web.9f1c22aa-77f0-11e6-8a0d-0242ac110002')).toBe('9f1c22aa');
  expect(shortTaskName('ct:1:0:job:')).toBe('ct:1:0:job:');
});
