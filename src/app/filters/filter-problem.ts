import type { Span } from './filter-term.ts';

/** What of a filter cannot be done, where it stands, and what could stand there. Such a term is left out. */
export type FilterProblem = { span: Span } & (
  | { kind: 'unclosed-quote' }
  | { kind: 'unknown-key'; key: string; possible: string[] }
  | { kind: 'missing-value'; key: string; possible: string[] }
  | { kind: 'bad-value'; key: string; value: string; possible: string[] }
  | { kind: 'bad-comparison'; key: string; possible: string[] }
);
