import { describe, expect, it } from 'vitest';
import { readSort, toggledSort, writeSort } from './sort-parameter.ts';

describe('the sort of a table in the URL', () => {
  it('reads back what it wrote', () => {
    for (const sort of [
      { id: 'name', descending: false },
      { id: 'cpus', descending: true },
    ]) {
      expect(readSort(writeSort(sort), ['name', 'cpus'])).toEqual(sort);
    }
  });

  it('ignores a column that the table does not have', () => {
    expect(readSort('-age', ['name'])).toBeUndefined();
    expect(readSort('', ['name'])).toBeUndefined();
    expect(readSort(null, ['name'])).toBeUndefined();
  });

  it('sorts ascending first and turns round on the second click', () => {
    const first = toggledSort({ id: 'name', descending: true }, 'cpus');
    expect(first).toEqual({ id: 'cpus', descending: false });
    expect(toggledSort(first, 'cpus')).toEqual({ id: 'cpus', descending: true });
    expect(toggledSort(toggledSort(first, 'cpus'), 'cpus')).toEqual(first);
  });
});
