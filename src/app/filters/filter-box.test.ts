import { describe, expect, it } from 'vitest';
import { filterLanguage as english } from '../i18n/en/filter-language.ts';
import type { FilterProblem } from './filter-problem.ts';
import { markedParts } from './marked-text.ts';
import { problemSentence } from './problem-words.ts';
import { withCompletion } from './use-completion.ts';

const unknown: FilterProblem = { kind: 'unknown-key', key: 'size', possible: ['is', 'host'], span: { from: 2, to: 6 } };

describe('the box of a filter', () => {
  it('marks what is wrong where it stands', () => {
    expect(markedParts('a size:2 b', [unknown]).map(({ text, problem }) => [text, problem?.kind])).toEqual([
      ['a ', undefined],
      ['size', 'unknown-key'],
      [':2 b', undefined],
    ]);
    // the text may be shorter already than that with the problem
    expect(markedParts('a s', [unknown]).map(({ text }) => text)).toEqual(['a ', 's']);
  });

  it('says what is wrong and what is possible', () => {
    expect(problemSentence(unknown, english)).toBe(
      'There is no “size” to filter by here. Possible: is, host. To look for this text, put it in quotes.',
    );
    const bad: FilterProblem = { kind: 'bad-value', key: 'is', value: 'runing', possible: ['running'], span: { from: 0, to: 9 } };
    expect(problemSentence(bad, english)).toBe('“runing” cannot stand after “is”. Possible: running.');
  });

  it('goes on behind a completion: right after a key, a space after a value', () => {
    expect(withCompletion('web ho', { from: 4, to: 6 }, { insert: 'host:', kind: 'key' })).toEqual({ text: 'web host:', caret: 9 });
    expect(withCompletion('is:r', { from: 3, to: 4 }, { insert: 'running', kind: 'value' })).toEqual({ text: 'is:running ', caret: 11 });
    expect(withCompletion('is:r web', { from: 3, to: 4 }, { insert: 'running', kind: 'value' })).toEqual({
      text: 'is:running web',
      caret: 11,
    });
  });
});
