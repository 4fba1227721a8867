import { expect, it } from 'vitest';
import { stillWriting, type Writing, written } from './writing.ts';

const typed = (...texts: string[]): Writing =>
  texts.slice(1).reduce((old, text) => written(old, text, ''), written(undefined, texts[0] ?? '', ''));
const sent = (writing: Writing): Writing => ({ ...writing, sent: writing.text });

it('counts until the address has followed', () => {
  const writing = sent(typed('w', 'we'));
  expect(stillWriting(writing, '')?.text).toBe('we');
  expect(stillWriting(writing, 'w')?.text).toBe('we');
  expect(stillWriting(writing, 'we')).toBeUndefined();
});

it('gives way to a link or to Back, which say something else', () => {
  expect(stillWriting(typed('w', 'we'), 'shop')).toBeUndefined();
});

it('is not brought back by what was on its way to the address when it was taken back', () => {
  const emptied = written(sent(typed('we')), '', '');
  expect(stillWriting(emptied, '')?.text).toBe('');
  expect(stillWriting(emptied, 'we')?.text).toBe('');
  expect(stillWriting(sent(emptied), '')).toBeUndefined();
});

it('that is taken back before anything was sent leaves nothing to do', () => {
  expect(stillWriting(typed('we', ''), '')).toBeUndefined();
});
