import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPARISONS, type FieldTerm, type Term, type TextTerm } from './filter-term.ts';
import { parseFilter } from './parse-filter.ts';
import { printFilter } from './print-filter.ts';

type Bare =
  | Pick<TextTerm, 'kind' | 'negated' | 'text'>
  | (Pick<FieldTerm, 'kind' | 'negated' | 'key' | 'comparison'> & { values: string[] });

const bare = (term: Term): Bare =>
  term.kind === 'text'
    ? { kind: 'text', negated: term.negated, text: term.text }
    : { kind: 'field', negated: term.negated, key: term.key, comparison: term.comparison, values: term.values.map(({ text }) => text) };

const read = (text: string): Bare[] => parseFilter(text).terms.map(bare);

describe('the language of filters', () => {
  it('reads words, quotes, keys with values, comparisons and negations', () => {
    expect(read('redis "two words" is:running,waiting -host:a1 not label:team=shop age>=5m')).toEqual([
      { kind: 'text', negated: false, text: 'redis' },
      { kind: 'text', negated: false, text: 'two words' },
      { kind: 'field', negated: false, key: 'is', comparison: ':', values: ['running', 'waiting'] },
      { kind: 'field', negated: true, key: 'host', comparison: ':', values: ['a1'] },
      { kind: 'field', negated: true, key: 'label', comparison: ':', values: ['team=shop'] },
      { kind: 'field', negated: false, key: 'age', comparison: '>=', values: ['5m'] },
    ]);
  });

  it('keeps quoted parts of a value together, with commas and quotes in them', () => {
    expect(read(String.raw`label:note="a, \"b\"",x`)).toEqual([
      { kind: 'field', negated: false, key: 'label', comparison: ':', values: ['note=a, "b"', 'x'] },
    ]);
  });

  it('takes addresses, paths, a lone dash and a last "not" for words', () => {
    expect(read('10.0.0.1:80 /team/redis - not').map((term) => term.kind === 'text' && term.text)).toEqual([
      '10.0.0.1:80',
      '/team/redis',
      '-',
      'not',
    ]);
  });

  it('says where each part stands', () => {
    const [term] = parseFilter('  -host:a1,b2').terms;
    expect(term).toMatchObject({ span: { from: 2, to: 13 }, keySpan: { from: 3, to: 7 } });
    expect(term?.kind === 'field' && term.values.map(({ span }) => span)).toEqual([
      { from: 8, to: 10 },
      { from: 11, to: 13 },
    ]);
  });

  it('marks a quote that is never closed, and reads to the end', () => {
    const parsed = parseFilter('a "b c');
    expect(parsed.unclosed).toEqual({ from: 2, to: 6 });
    expect(parsed.terms.at(-1)).toMatchObject({ text: 'b c' });
  });

  it('reads any text whatever', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('a1-:=<>," \\not')) }), (text) => {
        for (const { span } of parseFilter(text).terms) expect(span.to).toBeGreaterThan(span.from);
      }),
    );
  });

  it('reads back every filter that it printed', () => {
    const text = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('not', '-', '-x', 'is:running', '"', '\\', ',', 'a b', 'NOT', '=x'));
    const term = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), negated: fc.boolean(), text }),
      fc.record({
        kind: fc.constant('field' as const),
        negated: fc.boolean(),
        key: fc.stringMatching(/^[a-z][a-zA-Z0-9_.-]{0,8}$/),
        comparison: fc.constantFrom(...COMPARISONS),
        values: fc.array(text, { minLength: 1, maxLength: 3 }),
      }),
    );
    const span = { from: 0, to: 0 };
    const whole = (each: Bare): Term =>
      each.kind === 'text'
        ? { ...each, span }
        : { ...each, span, keySpan: span, values: each.values.map((value) => ({ text: value, span })) };
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        expect(read(printFilter(terms.map(whole)))).toEqual(terms);
      }),
      { numRuns: 1_000 },
    );
  });
});
