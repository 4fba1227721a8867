import { fieldOf, possibleValues } from './compile-term.ts';
import { type FilterField, type FilterFields, valuesOf } from './filter-fields.ts';
import type { FieldTerm } from './filter-term.ts';
import { parseFilter } from './parse-filter.ts';
import { printValue } from './print-filter.ts';

/** One way to go on writing. */
export interface Completion {
  /** Takes the place of what is written of it. */
  insert: string;
  /** `key`: a value has to follow. */
  kind: 'key' | 'value';
  /** How many rows have this value, where that was counted. */
  count?: number;
}

export interface Completions {
  /** The part of the text that a completion replaces. */
  from: number;
  to: number;
  options: Completion[];
}

const MOST = 12;

/** What could be written at the caret: keys and values of fixed choices for a word, values for a key. */
export function completeFilter<Row extends object>(
  text: string,
  caret: number,
  fields: FilterFields<Row>,
  rows: readonly Row[],
): Completions {
  const before = text.slice(0, caret);
  const term = parseFilter(before).terms.at(-1);
  if (term === undefined || term.span.to !== caret) return { from: caret, to: caret, options: keyOptions('', fields) };
  if (term.kind === 'text') {
    // in quotes it is text and nothing else
    const isQuoted = before.includes('"', term.span.from);
    return { from: caret - term.text.length, to: caret, options: isQuoted ? [] : keyOptions(term.text, fields) };
  }
  const field = fieldOf(fields, term.key);
  const written = term.values.at(-1);
  if (field === undefined || written === undefined) return { from: caret, to: caret, options: [] };
  const options = valueOptions(field, term, written.text.toLowerCase(), rows);
  return { from: written.span.from, to: caret, options };
}

/** `i` offers `is:`, `run` offers `is:running`. */
function keyOptions<Row extends object>(word: string, { keys }: FilterFields<Row>): Completion[] {
  const start = word.toLowerCase();
  const entries = Object.entries(keys);
  const ofKeys = entries
    .filter(([key]) => key.startsWith(start))
    .map(([key, field]): Completion => ({ insert: `${key}${isCounted(field) ? '>' : ':'}`, kind: 'key' }));
  if (start === '') return ofKeys;
  const ofValues = entries.flatMap(([key, field]): Completion[] =>
    field.kind === 'choice'
      ? field.choices.filter((choice) => choice.startsWith(start)).map((choice) => ({ insert: `${key}:${choice}`, kind: 'value' }))
      : [],
  );
  return [...ofKeys, ...ofValues].slice(0, MOST);
}

const isCounted = <Row>(field: FilterField<Row>): boolean =>
  field.kind === 'age' || field.kind === 'duration' || (field.kind === 'amount' && field.unit !== 'count');

function valueOptions<Row>(field: FilterField<Row>, term: FieldTerm, written: string, rows: readonly Row[]): Completion[] {
  const taken = new Set(term.values.slice(0, -1).map(({ text }) => text.toLowerCase()));
  const isOffered = (value: string): boolean => {
    const lower = value.toLowerCase();
    return lower.includes(written) && lower !== written && !taken.has(lower);
  };
  const known = possibleValues(field);
  if (known.length > 0) return known.filter(isOffered).map((value) => ({ insert: value, kind: 'value' }));
  return [...countValues(field, rows)]
    .filter(([value]) => isOffered(value))
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([value, count]) => ({ insert: printValue(value), kind: 'value', count }));
}

function countValues<Row>(field: FilterField<Row>, rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of textsOf(field, row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function textsOf<Row>(field: FilterField<Row>, row: Row): readonly string[] {
  if (field.kind === 'text') return valuesOf(field.of, row);
  return field.kind === 'labels' ? Object.entries(field.of(row)).map(([key, value]) => `${key}=${value}`) : [];
}
