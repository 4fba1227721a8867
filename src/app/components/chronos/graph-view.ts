import type { JobEdge, JobGraph } from './job-graph.ts';

/** What of a graph is drawn. */
export interface GraphView {
  graph: JobGraph;
  /** How many jobs of it are left out, since more could not be told apart. */
  left: number;
}

/**
 * The jobs with one of the words of `text` in their names and all that they depend on or that depends on them; all jobs without a
 * text. Of more than `most` jobs the groups with a failure come first, and no group is torn apart unless it is too large by itself.
 */
export function graphView(graph: JobGraph, text: string, most: number): GraphView {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? graph : only(graph, related(graph, words));
  if (found.nodes.length <= most) return { graph: found, left: 0 };
  const failing = new Set(found.nodes.filter(({ held }) => held).map(({ id }) => id));
  const groups = groupsOf(found).toSorted((a, b) => Number(b.some((id) => failing.has(id))) - Number(a.some((id) => failing.has(id))));
  const kept = new Set<string>();
  for (const group of groups) {
    if (kept.size > 0 && kept.size + group.length > most) continue;
    for (const id of group.slice(0, most - kept.size)) kept.add(id);
  }
  return { graph: only(found, kept), left: found.nodes.length - kept.size };
}

const only = ({ nodes, edges, alone }: JobGraph, kept: ReadonlySet<string>): JobGraph => ({
  nodes: nodes.filter(({ id }) => kept.has(id)),
  edges: edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  alone,
});

function related({ nodes, edges }: JobGraph, words: readonly string[]): Set<string> {
  const matched = nodes.map(({ id }) => id).filter((id) => words.some((word) => id.toLowerCase().includes(word)));
  const before = reached(
    matched,
    edges.map(({ from, to }) => ({ from: to, to: from })),
  );
  return new Set([...before, ...reached(matched, edges)]);
}

/** What can be reached along the edges, the start included. */
function reached(start: readonly string[], edges: readonly Pick<JobEdge, 'from' | 'to'>[]): Set<string> {
  const next = Map.groupBy(edges, ({ from }) => from);
  const seen = new Set(start);
  // A set goes on with what is added while it is walked through.
  for (const id of seen) for (const { to } of next.get(id) ?? []) seen.add(to);
  return seen;
}

/** The jobs in groups that nothing joins, in the order of the nodes. */
function groupsOf({ nodes, edges }: JobGraph): string[][] {
  const both = edges.flatMap(({ from, to }) => [
    { from, to },
    { from: to, to: from },
  ]);
  const next = Map.groupBy(both, ({ from }) => from);
  const seen = new Set<string>();
  return nodes.flatMap(({ id }) => {
    if (seen.has(id)) return [];
    const group = new Set([id]);
    for (const member of group) for (const { to } of next.get(member) ?? []) group.add(to);
    for (const member of group) seen.add(member);
    return [[...group]];
  });
}
