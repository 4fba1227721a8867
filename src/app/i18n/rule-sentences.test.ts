import { expect, it } from 'vitest';
import { newIdSchema } from '../../api/marathon/app-id.ts';
import { formCpusSchema, formMemSchema } from '../../api/marathon/form-fields.ts';
import { japaneseRule } from './ja/rule-sentences.ts';

it.each([
  [newIdSchema, ''],
  [newIdSchema, 'Redis'],
  [newIdSchema, 'a//b'],
  [newIdSchema, '-redis'],
  [formCpusSchema, 0],
  [formMemSchema, 'much'],
])('says in Japanese what a rule says of %j', (schema, value) => {
  const message = schema.safeParse(value).error?.issues[0]?.message ?? '';
  expect(message).not.toBe('');
  expect(japaneseRule(message)).toMatch(/[ぁ-んァ-ン]/);
});

it('keeps the numbers of a rule, and what it does not know', () => {
  expect(japaneseRule('Memory must be 32 or more.')).toBe('32 以上にしてください。');
  expect(japaneseRule('Something else.')).toBe('Something else.');
});
