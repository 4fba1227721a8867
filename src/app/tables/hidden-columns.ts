import type { Column } from './column.ts';

/** The parameter with the hidden columns of a table: `hide` beside `sort`, `agents-hide` beside `agents-sort`. */
export const hideParameter = (sortParameter: string): string => sortParameter.replace(/sort$/, 'hide');

/** Columns by id as an address has them: `cpu,memory`. */
export const readHidden = (parameter: string | null): ReadonlySet<string> =>
  new Set((parameter ?? '').split(',').filter((id) => id !== ''));

/** A table without the columns that are its rows' names or hold their controls is none. */
export const canHide = <Row>(column: Column<Row>, columns: readonly Column<Row>[]): boolean =>
  column.headerCell === undefined && column !== (columns.find(({ primary }) => primary) ?? columns[0]);

export function shownColumns<Row>(columns: readonly Column<Row>[], hidden: ReadonlySet<string>): readonly Column<Row>[] {
  return hidden.size === 0 ? columns : columns.filter((column) => !hidden.has(column.id) || !canHide(column, columns));
}

/** The same address with one column hidden, or shown again. */
export function withToggled(search: URLSearchParams, parameter: string, id: string): URLSearchParams {
  const hidden = new Set(readHidden(search.get(parameter)));
  if (!hidden.delete(id)) hidden.add(id);
  const next = new URLSearchParams(search);
  if (hidden.size === 0) next.delete(parameter);
  else next.set(parameter, [...hidden].join(','));
  return next;
}
