import { expect, it } from 'vitest';
import type { Column } from './column.ts';
import { canHide, hideParameter, readHidden, shownColumns, withToggled } from './hidden-columns.ts';

const column = (id: string, more: Partial<Column<object>> = {}): Column<object> => ({ id, header: id, cell: () => id, ...more });
const columns = [column('select', { headerCell: 'box' }), column('name', { primary: true }), column('cpu'), column('memory')];

it('leaves out what the address hides, but never names and controls', () => {
  const ids = (parameter: string | null) => shownColumns(columns, readHidden(parameter)).map(({ id }) => id);
  expect(ids(null)).toEqual(['select', 'name', 'cpu', 'memory']);
  expect(ids('cpu')).toEqual(['select', 'name', 'memory']);
  expect(ids('name,select,cpu,memory,unknown')).toEqual(['select', 'name']);
  expect(columns.filter((each) => canHide(each, columns)).map(({ id }) => id)).toEqual(['cpu', 'memory']);
});

it('hides and shows again, and leaves no trace when all are shown', () => {
  const one = withToggled(new URLSearchParams('q=a'), 'hide', 'cpu');
  expect(one.toString()).toBe('q=a&hide=cpu');
  expect(withToggled(one, 'hide', 'memory').get('hide')).toBe('cpu,memory');
  expect(withToggled(one, 'hide', 'cpu').toString()).toBe('q=a');
});

it('is named beside the order of the same table', () => {
  expect(hideParameter('sort')).toBe('hide');
  expect(hideParameter('agents-sort')).toBe('agents-hide');
});
