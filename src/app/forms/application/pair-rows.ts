import { objectAt } from '../json/document-parts.ts';
import { type AppDocument, emptyPair, type PairRow } from './form-values.ts';

/** The rows of a table for an object of texts. What is no text (a reference to a secret) is kept and cannot be edited here. */
export function pairRowsOf(document: AppDocument, key: 'env' | 'labels'): PairRow[] {
  const rows = Object.entries(objectAt(document, key) ?? {}).map(([name, value]): PairRow =>
    typeof value === 'string' ? { key: name, value } : { key: name, value: JSON.stringify(value), kept: value },
  );
  return rows.length === 0 ? [emptyPair] : rows;
}

export const isFilledPair = ({ key, value }: PairRow): boolean => key !== '' || value !== '';

/** The object for the rows; undefined when there is none. */
export function objectOfPairs(rows: readonly PairRow[]): Record<string, unknown> | undefined {
  const filled = rows.filter(isFilledPair);
  if (filled.length === 0) return undefined;
  return Object.fromEntries(filled.map(({ key, value, kept }) => [key.trim(), kept ?? value]));
}

/** Indices of rows whose key another row before has. */
export function repeatedKeys(rows: readonly PairRow[]): number[] {
  const keys = rows.map(({ key }) => key.trim());
  return [...keys.keys()].filter((index) => keys[index] !== '' && keys.indexOf(keys[index] ?? '') < index);
}
