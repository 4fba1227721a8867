import { describe, expect, test } from 'vitest';
import { parseLabelSelector } from './label-selector.ts';

const LABELS = { env: 'prod', tier: 'front', 'odd key': 'a value' };

describe('a label selector', () => {
  test.each([
    ['env', true],
    ['none', false],
    ['ENV', false],
    ['', true],
    ['env==prod', true],
    ['env == prod', true],
    ['env!=prod', false],
    ['env!=dev', true],
    ['none!=x', false],
    ['env in (dev, prod)', true],
    ['env in (dev)', false],
    ['env notin (dev)', true],
    ['none notin (dev)', false],
    ['env==prod,tier==front', true],
    ['env==prod, tier==back', false],
    [String.raw`odd\ key==a\ value`, true],
  ])('%s', (selector, matches) => {
    expect(parseLabelSelector(selector)(LABELS)).toBe(matches);
  });

  test.each(['==prod', 'env===prod', 'env in prod', 'env in ()', 'env,', 'a b', 'env=prod', 'constructor in ('])(
    '%s is refused',
    (selector) => {
      expect(() => parseLabelSelector(selector)).toThrow(/label selector/);
    },
  );

  test('does not take an inherited property for a label', () => {
    expect(parseLabelSelector('constructor')({})).toBe(false);
  });
});
