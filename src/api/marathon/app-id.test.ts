import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { isPathId, newIdSchema, resolveId } from './app-id.ts';

test.each([
  ['/a/b', '/', '/a/b'],
  ['b', '/a', '/a/b'],
  ['../b', '/a/c', '/a/b'],
  ['../../b', '/', '/b'],
  ['/a//b/', '/', '/a/b'],
  ['', '/a', '/a'],
])('%s seen from %s is %s', (id, base, expected) => {
  expect(resolveId(id, base)).toBe(expected);
});

test.each(['/a', 'a', '/a/b-c.d', '../a', '/4.5-six', '/a//b', '/'])('%s is an id', (id) => {
  expect(isPathId(id)).toBe(true);
});

test.each(['', 'A', 'a_b', 'a b', '/a-', '/-a', '.', 'a..b', 'ä'])('"%s" is no id', (id) => {
  expect(isPathId(id)).toBe(false);
});

test('a long id is judged in no time', () => {
  expect(isPathId(`/${'a-'.repeat(100_000)}!`)).toBe(false);
});

test.each([
  ['', 'An ID is required.'],
  [' ', 'An ID is required.'],
  ['/', 'An ID is required.'],
  ['a b', 'blanks'],
  ['a//b', 'two slashes'],
  ['a_b', 'Only lower-case'],
  ['Redis', 'Only lower-case'],
  ['a-', 'start and end'],
])('the form refuses "%s" with one sentence', (id, sentence) => {
  const issues = z.safeParse(newIdSchema, id).error?.issues ?? [];
  expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining(sentence)]);
});

test('the form takes redis and /group/redis', () => {
  expect([z.safeParse(newIdSchema, 'redis').success, z.safeParse(newIdSchema, '/group/redis').success]).toEqual([true, true]);
});
