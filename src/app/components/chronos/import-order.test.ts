import { expect, it } from 'vitest';
import { importOrder, jobsOfText } from './import-order.ts';

it('makes parents before their children, whatever the order of the list', () => {
  const jobs = [
    { name: 'mail', parents: ['report'] },
    { name: 'report', parents: ['backup', 'elsewhere'] },
    { name: 'backup', schedule: 'R//P1D' },
  ];
  expect(importOrder(jobs).map(({ name }) => name)).toEqual(['backup', 'report', 'mail']);
});

it('leaves a circle to Chronos', () => {
  const jobs = [
    { name: 'a', parents: ['b'] },
    { name: 'b', parents: ['a'] },
    { name: 'c', schedule: 'R//P1D' },
  ];
  expect(importOrder(jobs).map(({ name }) => name)).toEqual(['c', 'a', 'b']);
});

it('reads a list of jobs or a single one, and nothing else', () => {
  expect(jobsOfText('[{"name":"a"}]')).toEqual([{ name: 'a' }]);
  expect(jobsOfText('{"name":"a"}')).toEqual([{ name: 'a' }]);
  expect([jobsOfText('{"a":1}'), jobsOfText('["a"]'), jobsOfText('{')]).toEqual([undefined, undefined, undefined]);
});
