import type { GroupDocument } from '../../../live/group-actions.ts';

export interface GraphNode {
  id: string;
  kind: 'app' | 'group';
}

/** `from` needs `to`, which has to run first. */
export interface GraphEdge {
  from: string;
  to: string;
}

export interface DependencyGraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Apps of the group that need nothing and that nothing needs. */
  independent: number;
}

/** The dependencies that concern a group: those of what is in it, and those of others on it. `root` is the whole tree. */
export function dependencyGraph(root: GroupDocument, groupId: string): DependencyGraph {
  const kinds = new Map<string, GraphNode['kind']>();
  const all: GraphEdge[] = [];
  const visit = (group: GroupDocument): void => {
    kinds.set(group.id, 'group');
    all.push(...group.dependencies.map((to) => ({ from: group.id, to })));
    for (const app of group.apps) {
      const id = String(app['id']);
      kinds.set(id, 'app');
      all.push(...dependenciesOf(app).map((to) => ({ from: id, to })));
    }
    for (const child of group.groups) visit(child);
  };
  visit(root);
  const isIn = (id: string): boolean => groupId === '/' || id === groupId || id.startsWith(`${groupId}/`);
  const edges = all.filter(({ from, to }) => isIn(from) || isIn(to));
  const drawn = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    nodes: [...drawn].map((id) => ({ id, kind: kinds.get(id) ?? 'app' })),
    edges,
    independent: [...kinds].filter(([id, kind]) => kind === 'app' && isIn(id) && !drawn.has(id)).length,
  };
}

const dependenciesOf = ({ dependencies }: Record<string, unknown>): string[] =>
  Array.isArray(dependencies) ? dependencies.map(String) : [];

/** At most so many nodes, those of the most edges first: a larger drawing shows nothing. */
export function clipped({ nodes, edges, independent }: DependencyGraph, most: number): DependencyGraph {
  if (nodes.length <= most) return { nodes, edges, independent };
  const weights = new Map<string, number>();
  for (const { from, to } of edges) for (const id of [from, to]) weights.set(id, (weights.get(id) ?? 0) + 1);
  const kept = nodes.toSorted((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0)).slice(0, most);
  const ids = new Set(kept.map(({ id }) => id));
  return { nodes: kept, edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)), independent };
}
