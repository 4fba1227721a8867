import { expect, it } from 'vitest';
import { graphView } from './graph-view.ts';
import type { JobGraph } from './job-graph.ts';

/** `a>b` is: b runs after a. Names in capitals are held up. */
function graph(...links: string[]): JobGraph {
  const edges = links.map((link) => {
    const [from = '', to = ''] = link.split('>');
    return { from, to, held: false };
  });
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  return { nodes: names.map((id) => ({ id, status: 'success', disabled: false, held: id === id.toUpperCase() })), edges, alone: 2 };
}
const names = ({ nodes }: JobGraph): string => nodes.map(({ id }) => id).join(' ');

it('shows all without a text', () => {
  const whole = graph('a>b', 'b>c');
  expect(graphView(whole, ' ', 10)).toEqual({ graph: whole, left: 0 });
});

it('keeps what the named jobs depend on, and what depends on them', () => {
  const whole = graph('load>check', 'check>mail', 'load>other', 'clock>bell', 'day>night');
  const { graph: found } = graphView(whole, 'CHECK bell', 10);
  expect(names(found)).toBe('load check mail clock bell');
  expect(found.edges).toHaveLength(3);
});

it('draws as many as can be told apart: what a failure holds up first, and whole groups', () => {
  const whole = graph('a>b', 'b>c', 'd>e', 'X>Y');
  expect(graphView(whole, '', 4)).toMatchObject({ left: 3 });
  expect(names(graphView(whole, '', 4).graph)).toBe('d e X Y');
  expect(graphView(graph('a>b', 'b>c'), '', 2)).toMatchObject({ left: 1 });
});
