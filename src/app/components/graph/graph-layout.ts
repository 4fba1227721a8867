import { Graph, layout } from '@dagrejs/dagre';

export const NODE_WIDTH = 200;
export const NODE_HEIGHT = 44;

export interface Place {
  id: string;
  /** The upper left corner, in pixels. */
  x: number;
  y: number;
}

/** What is laid out: nodes by id, and which of them points to which. */
export interface PlainGraph {
  nodes: readonly { id: string }[];
  edges: readonly { from: string; to: string }[];
}

/** Columns from left to right: each node stands left of what it points to. */
export function placesOf({ nodes, edges }: PlainGraph): Place[] {
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
