import { expect, it } from 'vitest';
import { clipped, dependencyGraph } from './dependency-graph.ts';

const group = (id: string, more: object = {}) => ({ id, dependencies: [], apps: [], groups: [], ...more });
const root = group('/', {
  apps: [{ id: '/db' }, { id: '/alone' }],
  groups: [
    group('/shop', {
      dependencies: ['/db'],
      apps: [{ id: '/shop/web', dependencies: ['/shop/api'] }, { id: '/shop/api' }, { id: '/shop/static' }],
    }),
    group('/reports', { apps: [{ id: '/reports/daily', dependencies: ['/shop'] }] }),
  ],
});

it('draws what needs or is needed, and counts the rest', () => {
  const { nodes, edges, independent } = dependencyGraph(root, '/');
  expect(edges).toEqual([
    { from: '/shop', to: '/db' },
    { from: '/shop/web', to: '/shop/api' },
    { from: '/reports/daily', to: '/shop' },
  ]);
  expect(nodes).toContainEqual({ id: '/shop', kind: 'group' });
  expect(nodes).toContainEqual({ id: '/db', kind: 'app' });
  expect(independent).toBe(2);
});

it('shows of a group what it needs and what needs it', () => {
  const { edges, independent } = dependencyGraph(root, '/reports');
  expect([edges, independent]).toEqual([[{ from: '/reports/daily', to: '/shop' }], 0]);
  expect(dependencyGraph(root, '/shop').edges).toHaveLength(3);
});

it('leaves out of a large one what has the fewest dependencies', () => {
  const graph = clipped(dependencyGraph(root, '/'), 3);
  expect(graph.nodes).toHaveLength(3);
  expect(graph.nodes[0]?.id).toBe('/shop');
  expect(graph.edges.every(({ from, to }) => graph.nodes.some(({ id }) => id === from) && graph.nodes.some(({ id }) => id === to))).toBe(
    true,
  );
});
