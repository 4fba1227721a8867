import { compileField, type RowTest } from './compile-term.ts';
import type { FilterFields } from './filter-fields.ts';
import type { FilterProblem } from './filter-problem.ts';
import type { Term, TextTerm } from './filter-term.ts';
import { parseFilter } from './parse-filter.ts';

export interface ReadFilter<Row> {
  /** undefined when nothing is asked of a row. */
  test: RowTest<Row> | undefined;
  problems: FilterProblem[];
}

/**
 * What the text of a filter asks of the rows of a table, and what of it cannot be asked. `rows` are all rows, for the labels that
 * they have; `clock` tells milliseconds since the epoch.
 */
export function readFilter<Row extends object>(
  text: string,
  fields: FilterFields<Row>,
  rows: readonly Row[],
  clock: () => number,
): ReadFilter<Row> {
  const { terms, unclosed } = parseFilter(text);
  const { test, problems } = compileTerms(terms, fields, rows, clock);
  return { test, problems: unclosed ? [{ kind: 'unclosed-quote', span: unclosed }, ...problems] : problems };
}

/** The same for terms that have been read already, or some of them. */
export function compileTerms<Row extends object>(
  terms: readonly Term[],
  fields: FilterFields<Row>,
  rows: readonly Row[],
  clock: () => number,
): ReadFilter<Row> {
  const tests: RowTest<Row>[] = [];
  const problems: FilterProblem[] = [];
  const context = { now: clock(), hasLabel: (key: string) => hasLabel(rows, fields, key) };
  for (const term of terms) {
    const compiled = term.kind === 'text' ? { test: wordTest(term, fields) } : compileField(term, fields, context);
    if ('problem' in compiled) problems.push(compiled.problem);
    else if (term.negated) tests.push((row) => !compiled.test(row));
    else tests.push(compiled.test);
  }
  return { test: tests.length === 0 ? undefined : (row) => tests.every((test) => test(row)), problems };
}

function wordTest<Row extends object>({ text }: TextTerm, fields: FilterFields<Row>): RowTest<Row> {
  const wanted = text.toLowerCase();
  return (row) => lowerText(fields, row).includes(wanted);
}

const knownTexts = new WeakMap<object, WeakMap<object, string>>();

/** Kept with the row: with each letter typed all rows are looked at. */
function lowerText<Row extends object>(fields: FilterFields<Row>, row: Row): string {
  const texts = knownTexts.get(fields) ?? new WeakMap<object, string>();
  knownTexts.set(fields, texts);
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = fields.text(row).toLowerCase();
  texts.set(row, text);
  return text;
}

function hasLabel<Row extends object>(rows: readonly Row[], { keys }: FilterFields<Row>, key: string): boolean {
  const field = Object.values(keys).find(({ kind }) => kind === 'labels');
  if (field?.kind !== 'labels') return false;
  return rows.some((row) => Object.keys(field.of(row)).some((each) => each.toLowerCase() === key));
}
