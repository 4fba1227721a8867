import { expect, it, vi } from 'vitest';
import { createLineMatches } from './line-matches.ts';
import { type LogLine, splitLines } from './log-line.ts';
import { logPattern, matchOf } from './log-pattern.ts';
import { RunawayExpression, type TextMatcher } from './text-matcher.ts';

const linesOf = (text: string): LogLine[] => splitLines(text, 0);
const fitting = (lines: readonly LogLine[], of: (line: LogLine) => unknown): string[] =>
  lines.filter((line) => of(line) !== undefined).map(({ text }) => text);

function recording(): TextMatcher & { asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    match: async (texts, { expression }) => (asked.push(texts.length), texts.map((text) => matchOf(text, expression))),
    close: () => undefined,
  };
}

it('knows at once which lines hold a text', () => {
  const lines = linesOf('one\ntwo\nthree\n');
  const matches = createLineMatches(logPattern({ text: 'E', regex: false, caseSensitive: false }), recording());
  expect(fitting(lines, matches.known().of)).toEqual(['one', 'three']);
});

it('finds out about an expression bit by bit, and of lines that come later only', async () => {
  const matcher = recording();
  const matches = createLineMatches(logPattern({ text: '^x', regex: true, caseSensitive: false }), matcher);
  const heard = vi.fn();
  matches.subscribe(heard);
  const lines = linesOf('x\ny\n'.repeat(1_500));
  expect(fitting(lines, matches.known().of)).toEqual([]);
  matches.want(lines);
  await vi.waitUntil(() => fitting(lines, matches.known().of).length === 1_500);
  expect(matcher.asked).toEqual([2_000, 1_000]);
  const more = [...lines, ...splitLines('xyz\n', 6_000)];
  await vi.waitUntil(() => (matches.want(more), fitting(more, matches.known().of).length === 1_501));
  expect(matcher.asked).toEqual([2_000, 1_000, 1]);
  expect(heard).toHaveBeenCalledTimes(3);
});

it('says why it knows no more, and asks no more', async () => {
  const match = vi.fn().mockRejectedValue(new RunawayExpression());
  const matches = createLineMatches(logPattern({ text: '(a+)+$', regex: true, caseSensitive: false }), { match, close: () => undefined });
  matches.want(linesOf('aaaa!\n'));
  await vi.waitUntil(() => matches.known().failure !== undefined);
  expect(matches.known().failure).toBeInstanceOf(RunawayExpression);
  matches.want(linesOf('more\n'));
  expect(match).toHaveBeenCalledTimes(1);
});
