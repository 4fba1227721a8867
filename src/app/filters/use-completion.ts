import { useMemo, useState } from 'react';
import { type Completion, completeFilter } from './complete-filter.ts';
import type { FilterFields } from './filter-fields.ts';

/** Written text with the caret in it. */
export interface Written {
  text: string;
  caret: number;
}

/** A completion with what the whole text becomes by it. */
export interface Offer extends Completion {
  taken: Written;
}

const NO_OFFERS: Offer[] = [];

/** What is offered while a filter is written. */
export function useCompletion<Row extends object>({ text, caret }: Written, fields: FilterFields<Row>, rows: readonly Row[]) {
  // `asked`: by an arrow key or the button, and so also where nothing is written yet.
  const [wish, setWish] = useState<'closed' | 'typing' | 'asked'>('closed');
  const offers = useMemo(
    () => (wish === 'closed' ? NO_OFFERS : offersAt({ text, caret }, fields, rows, wish === 'asked')),
    [wish, text, caret, fields, rows],
  );
  return { offers, ask: () => setWish('asked'), follow: () => setWish('typing'), close: () => setWish('closed') };
}

function offersAt<Row extends object>(
  { text, caret }: Written,
  fields: FilterFields<Row>,
  rows: readonly Row[],
  isAsked: boolean,
): Offer[] {
  const { from, to, options } = completeFilter(text, caret, fields, rows);
  const isWriting = isAsked || from < to || /[:=<>,]$/.test(text.slice(0, caret));
  if (!isWriting) return NO_OFFERS;
  return options.map((option) => ({ ...option, taken: withCompletion(text, { from, to }, option) }));
}

/** After a value comes a space, where there is none yet. */
export function withCompletion(text: string, { from, to }: { from: number; to: number }, { insert, kind }: Completion): Written {
  const before = text.slice(0, from) + insert;
  const after = text.slice(to);
  if (kind === 'key') return { text: before + after, caret: before.length };
  return { text: `${before} ${after.replace(/^ /, '')}`, caret: before.length + 1 };
}
