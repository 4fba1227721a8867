import { expect, it } from 'vitest';
import type { Column } from './column.ts';
import { compareValues, sortRows } from './use-sorted-rows.ts';

it('orders names as people read them', () => {
  expect(['a10', 'A2', 'b1', 'a1'].toSorted(compareValues)).toEqual(['a1', 'A2', 'a10', 'b1']);
});

it('orders numbers by size', () => {
  expect([10, 9, 0.5].toSorted(compareValues)).toEqual([0.5, 9, 10]);
});

const columns: Column<{ name: string; cpus?: number }>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, sortValue: ({ name }) => name },
  { id: 'cpus', header: 'CPU', cell: () => '', sortValue: ({ cpus }) => cpus },
];
const rows = [{ name: 'b', cpus: 1 }, { name: 'none' }, { name: 'a', cpus: 1 }, { name: 'c', cpus: 2 }];
const names = (sorted: { name: string }[]): string => sorted.map(({ name }) => name).join(' ');

it('keeps the order of equal rows, and rows without a value last either way', () => {
  expect(names(sortRows(rows, columns, { id: 'cpus', descending: false }))).toBe('b a c none');
  expect(names(sortRows(rows, columns, { id: 'cpus', descending: true }))).toBe('c b a none');
});

it('puts ranks first whatever the direction', () => {
  const rank = ({ name }: { name: string }): number => (name === 'c' ? 0 : 1);
  expect(names(sortRows(rows, columns, { id: 'name', descending: true }, rank))).toBe('c none b a');
});

it('leaves rows as they are without an order or with an unknown one', () => {
  expect(names(sortRows(rows, columns, undefined))).toBe('b none a c');
  expect(names(sortRows(rows, columns, { id: 'gone', descending: true }))).toBe('b none a c');
});
