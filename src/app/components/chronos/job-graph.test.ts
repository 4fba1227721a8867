import { expect, it } from 'vitest';
import type { JobSummary } from '../../../api/chronos/job.ts';
import { jobGraph } from './job-graph.ts';

const job = (name: string, parents: string[] = [], status: JobSummary['status'] = 'success'): JobSummary => ({
  name,
  parents,
  status,
  state: 'idle',
  schedule: '',
  disabled: false,
});

it('draws the jobs that depend on each other and counts the others', () => {
  const { nodes, edges, alone } = jobGraph([job('a'), job('b', ['a']), job('alone'), job('lost', ['nobody'])]);
  expect(nodes.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(edges).toEqual([{ from: 'a', to: 'b', held: false }]);
  expect(alone).toBe(2);
});

it('marks what a failure holds up, all the way down', () => {
  const { nodes, edges } = jobGraph([job('a', [], 'failure'), job('b', ['a']), job('c', ['b', 'x']), job('x')]);
  expect(nodes.filter(({ held }) => held).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(edges.map(({ from, to, held }) => [from, to, held])).toEqual([
    ['a', 'b', true],
    ['b', 'c', true],
    ['x', 'c', false],
  ]);
});
