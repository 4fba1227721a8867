/** Where something stands in the text of a filter: from the first character to before the last. */
export interface Span {
  from: number;
  to: number;
}

/** `:` has the value in it, `=` is the value, the others are about amounts. Longer ones first, as they are looked for. */
export const COMPARISONS = ['>=', '<=', ':', '=', '>', '<'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** One of the values of a term: `a1` and `a2` in `host:a1,a2`. */
export interface TermValue {
  text: string;
  span: Span;
}

/** Words to be found anywhere in a row. */
export interface TextTerm {
  kind: 'text';
  negated: boolean;
  text: string;
  span: Span;
}

/** What one field of a row has to be; any of the values will do. */
export interface FieldTerm {
  kind: 'field';
  negated: boolean;
  key: string;
  /** Where the key alone stands. */
  keySpan: Span;
  comparison: Comparison;
  /** At least one; an empty text where the value is still missing. */
  values: TermValue[];
  span: Span;
}

/** A filter is a list of terms, all of which have to be true of a row. */
export type Term = TextTerm | FieldTerm;
