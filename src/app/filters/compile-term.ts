import { readAmount, readTimeSpan } from './amounts.ts';
import { type FilterField, type FilterFields, type Of, valuesOf } from './filter-fields.ts';
import type { FilterProblem } from './filter-problem.ts';
import type { Comparison, FieldTerm, TermValue } from './filter-term.ts';

export type RowTest<Row> = (row: Row) => boolean;

/** What a term is read in. */
export interface TermContext {
  /** Milliseconds since the epoch: what ages are counted from. */
  now: number;
  hasLabel: (key: string) => boolean;
}

type Compiled<Row> = { test: RowTest<Row> } | { problem: FilterProblem };

/** Values that stand for an example of what can be written, by kind. */
const EXAMPLES = {
  count: ['1', '2', '10'],
  megabytes: ['512', '2g'],
  percent: ['50%', '80%'],
  age: ['5m', '1h', '1d'],
  duration: ['30s', '5m', '1h'],
} as const;

/** What can stand after the key of a field without looking at any row. */
export function possibleValues<Row>(field: FilterField<Row>): readonly string[] {
  if (field.kind === 'choice') return field.choices;
  if (field.kind === 'amount') return EXAMPLES[field.unit];
  return field.kind === 'age' || field.kind === 'duration' ? EXAMPLES[field.kind] : [];
}

/**
 * A test of rows for one term, or what is wrong with it. A key that is none of the table's but a label of its rows stands for
 * that label: `team:shop` for `label:team=shop`.
 */
export function compileField<Row extends object>(term: FieldTerm, fields: FilterFields<Row>, context: TermContext): Compiled<Row> {
  const { key, span, keySpan, comparison } = term;
  const field = fieldOf(fields, key);
  const labels = Object.values(fields.keys).find((each) => each.kind === 'labels');
  const isLabel = field === undefined && labels !== undefined && context.hasLabel(key.toLowerCase());
  if (field === undefined && !isLabel) {
    return { problem: { kind: 'unknown-key', key, span: keySpan, possible: Object.keys(fields.keys) } };
  }
  const values = term.values.filter(({ text }) => text !== '');
  if (values.length === 0) return { problem: { kind: 'missing-value', key, span, possible: field ? [...possibleValues(field)] : [] } };
  if (isLabel) return anyOf(values.map(({ text }) => ({ test: labelTest(labels, key, text, comparison) })));
  if (field === undefined) throw new Error(`The filter key ${key} is known but has no field.`);
  if (!isCounted(field) && comparison !== ':' && comparison !== '=') {
    return { problem: { kind: 'bad-comparison', key, span, possible: [':', '='] } };
  }
  return anyOf(values.map((value) => compileValue(value, field, term, context)));
}

const isCounted = <Row>({ kind }: FilterField<Row>): boolean => kind === 'amount' || kind === 'age' || kind === 'duration';

export const fieldOf = <Row extends object>({ keys }: FilterFields<Row>, key: string): FilterField<Row> | undefined =>
  Object.hasOwn(keys, key.toLowerCase()) ? keys[key.toLowerCase()] : undefined;

/** Any of the values will do; a wrong one spoils them all, since nobody knows what was meant. */
function anyOf<Row>(compiled: Compiled<Row>[]): Compiled<Row> {
  const tests: RowTest<Row>[] = [];
  for (const each of compiled) {
    if ('problem' in each) return each;
    tests.push(each.test);
  }
  const [only] = tests;
  return { test: only !== undefined && tests.length === 1 ? only : (row) => tests.some((test) => test(row)) };
}

function compileValue<Row>(value: TermValue, field: FilterField<Row>, term: FieldTerm, { now }: TermContext): Compiled<Row> {
  const text = value.text.toLowerCase();
  const bad: Compiled<Row> = {
    problem: { kind: 'bad-value', key: term.key, value: value.text, span: value.span, possible: [...possibleValues(field)] },
  };
  if (field.kind === 'choice') return field.choices.includes(text) ? { test: textTest(field.of, text, '=') } : bad;
  if (field.kind === 'text') return { test: textTest(field.of, text, term.comparison) };
  if (field.kind === 'labels') return { test: labelsTest(field, text) };
  if (field.kind === 'age') return amountTest((at) => now - at, readTimeSpan(text), field.of, term.comparison) ?? bad;
  const amount = field.kind === 'duration' ? readTimeSpan(text) : readAmount(text, field.unit);
  return amountTest((each) => each, amount, field.of, term.comparison) ?? bad;
}

function textTest<Row>(of: Of<Row, string>, text: string, comparison: Comparison): RowTest<Row> {
  if (comparison === '=') return (row) => valuesOf(of, row).some((each) => each.toLowerCase() === text);
  return (row) => valuesOf(of, row).some((each) => each.toLowerCase().includes(text));
}

type Labels<Row> = Extract<FilterField<Row>, { kind: 'labels' }>;

/** `team=shop`: that value; `team`: any. */
function labelsTest<Row>(field: Labels<Row>, text: string): RowTest<Row> {
  const split = text.indexOf('=');
  if (split === -1) return (row) => Object.keys(field.of(row)).some((each) => each.toLowerCase() === text);
  return labelTest(field, text.slice(0, split), text.slice(split + 1), '=');
}

function labelTest<Row>(field: Labels<Row>, key: string, value: string, comparison: Comparison): RowTest<Row> {
  const [name, text] = [key.toLowerCase(), value.toLowerCase()];
  const fits = (each: string): boolean => (comparison === '=' ? each === text : each.includes(text));
  return (row) => Object.entries(field.of(row)).some(([label, of]) => label.toLowerCase() === name && fits(of.toLowerCase()));
}

const COMPARE: Record<Comparison, (a: number, b: number) => boolean> = {
  ':': (a, b) => a === b,
  '=': (a, b) => a === b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

function amountTest<Row>(
  amountOf: (value: number) => number,
  wanted: number | undefined,
  of: Of<Row, number>,
  comparison: Comparison,
): { test: RowTest<Row> } | undefined {
  if (wanted === undefined) return undefined;
  const compare = COMPARE[comparison];
  return { test: (row) => valuesOf(of, row).some((each) => compare(amountOf(each), wanted)) };
}
