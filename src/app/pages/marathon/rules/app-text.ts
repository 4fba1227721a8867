import type { RowTest } from '../../../filters/compile-term.ts';
import type { FilterProblem } from '../../../filters/filter-problem.ts';
import type { TextTerm } from '../../../filters/filter-term.ts';
import { parseFilter } from '../../../filters/parse-filter.ts';
import { compileTerms } from '../../../filters/read-filter.ts';
import { appFields } from './app-fields.ts';
import type { AppRow } from './app-rows.ts';

export interface AppText {
  /** What is looked for loosely, as Marathon's list does, and what matches best comes first. */
  words: string;
  /** All that is asked beyond words; undefined for nothing. */
  test: RowTest<AppRow> | undefined;
  problems: readonly FilterProblem[];
}

/** Reads what is typed above the Applications list. `clock` tells milliseconds since the epoch. */
export function readAppText(text: string, rows: readonly AppRow[], clock: () => number): AppText {
  const { terms, unclosed } = parseFilter(text);
  const words = terms.filter((term): term is TextTerm => term.kind === 'text' && !term.negated);
  const rest = terms.filter((term) => term.kind === 'field' || term.negated);
  const { test, problems } = compileTerms(rest, appFields, rows, clock);
  return {
    words: words.map((word) => word.text).join(' '),
    test,
    problems: unclosed ? [{ kind: 'unclosed-quote', span: unclosed }, ...problems] : problems,
  };
}

export type ReadAppText = typeof readAppText;
