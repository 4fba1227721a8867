import { expect, it } from 'vitest';
import { childrenOf, jobsFor } from './bulk-jobs.ts';

const rows = [
  { name: 'a', disabled: false, state: 'idle' },
  { name: 'b', disabled: true, state: 'idle' },
  { name: 'c', disabled: false, state: 'running' },
] as const;

it.each([
  ['run', 'ac'],
  ['stop', 'c'],
  ['pause', 'ac'],
  ['resume', 'b'],
  ['delete', 'abc'],
] as const)('%s is for %s', (action, names) => {
  const { rows: found, leftOut } = jobsFor(action, rows);
  expect(found.map(({ name }) => name).join('')).toBe(names);
  expect(leftOut).toBe(rows.length - names.length);
});

it('finds who runs after the jobs and stays', () => {
  const jobs = [
    { name: 'a', parents: [] },
    { name: 'b', parents: ['a'] },
    { name: 'c', parents: ['x', 'b'] },
    { name: 'd', parents: ['x'] },
  ];
  expect(childrenOf(jobs, new Set(['a', 'b']))).toEqual(['c']);
});
