import { Graph, layout } from '@dagrejs/dagre';
import type { DependencyGraph } from './dependency-graph.ts';

export const NODE_WIDTH = 200;
export const NODE_HEIGHT = 44;

export interface Place {
  id: string;
  /** The upper left corner, in pixels. */
  x: number;
  y: number;
}

/** Columns from left to right: each node stands left of what it needs. */
export function placesOf({ nodes, edges }: DependencyGraph): Place[] {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 72 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  return nodes.map(({ id }) => {
    const { x, y } = graph.node(id);
    return { id, x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 };
  });
}
