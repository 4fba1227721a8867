/** One value of a row, several, or none. */
export type Of<Row, Value> = (row: Row) => Value | readonly Value[] | undefined;

/** In what an amount is counted, and so how it may be written: `3`, `512` or `2g`, `80%`. */
export type AmountUnit = 'count' | 'megabytes' | 'percent';

/** What can be asked about one property of a row. */
export type FilterField<Row> =
  | { kind: 'choice'; choices: readonly string[]; of: Of<Row, string> }
  /** Names and the like: part of it (`:`) or all of it (`=`). */
  | { kind: 'text'; of: Of<Row, string> }
  /** A percentage is a share from 0 to 1; memory and disk are in MiB. */
  | { kind: 'amount'; unit: AmountUnit; of: Of<Row, number> }
  /** How long ago something was. Milliseconds since the epoch. */
  | { kind: 'age'; of: Of<Row, number> }
  /** A length of time, in milliseconds. */
  | { kind: 'duration'; of: Of<Row, number> }
  | { kind: 'labels'; of: (row: Row) => Readonly<Record<string, string>> };

/** What a table can be filtered by. Declared once a table and kept at module scope: what is remembered of rows hangs on it. */
export interface FilterFields<Row extends object> {
  /** All that words without a key are looked for in. */
  text: (row: Row) => string;
  /** By key, in the order in which they are offered. */
  keys: Readonly<Record<string, FilterField<Row>>>;
}

export function valuesOf<Row, Value extends string | number>(of: Of<Row, Value>, row: Row): readonly Value[] {
  const values = of(row);
  if (values === undefined) return [];
  return typeof values === 'object' ? values : [values];
}
