import { expect, it } from 'vitest';
import { ALL, isSelected, NONE, readSelection, type Selection, toggled, writeSelection } from './selection.ts';

it('is some of the rows, or all but some', () => {
  const some = toggled(toggled(NONE, '/a'), '/b');
  expect(['/a', '/b', '/c'].filter((id) => isSelected(some, id))).toEqual(['/a', '/b']);
  const allBut = toggled(ALL, '/a');
  expect(['/a', '/b', '/c'].filter((id) => isSelected(allBut, id))).toEqual(['/b', '/c']);
  expect(isSelected(toggled(allBut, '/a'), '/a')).toBe(true);
});

it.each<[Selection, string]>([
  [NONE, 'sort=name'],
  [{ all: false, ids: ['/a', '/b/c'] }, 'sort=name&selected=%2Fa&selected=%2Fb%2Fc'],
  [{ all: true, ids: ['/a'] }, 'sort=name&selected=all&except=%2Fa'],
  [{ all: false, ids: ['all', 'b'] }, 'sort=name&selected=%3Dall&selected=b'],
])('is kept in the address (%o)', (selection, address) => {
  const search = new URLSearchParams('sort=name&selected=%2Fformer&except=%2Fformer');
  writeSelection(search, selection);
  expect(search.toString()).toBe(address);
  expect(readSelection(search)).toEqual(selection);
});
