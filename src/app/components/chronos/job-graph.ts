import type { JobStatus, JobSummary } from '../../../api/chronos/job.ts';

export interface JobNode {
  id: string;
  status: JobStatus;
  disabled: boolean;
  /** It failed, or it waits for one that did. */
  held: boolean;
}

/** `to` runs after `from`. */
export interface JobEdge {
  from: string;
  to: string;
  /** `from` failed or is held itself, so `to` does not come to run. */
  held: boolean;
}

export interface JobGraph {
  nodes: JobNode[];
  edges: JobEdge[];
  /** Jobs that run after no other and before none. */
  alone: number;
}

/** The jobs that depend on each other; what a failure holds up is marked all the way down. */
export function jobGraph(summaries: readonly JobSummary[]): JobGraph {
  const known = new Map(summaries.map((job) => [job.name, job]));
  const links = summaries.flatMap(({ name, parents }) =>
    parents.filter((parent) => known.has(parent)).map((parent) => ({ from: parent, to: name })),
  );
  const held = heldUp(summaries, links);
  const drawn = new Set(links.flatMap(({ from, to }) => [from, to]));
  return {
    nodes: summaries
      .filter(({ name }) => drawn.has(name))
      .map(({ name, status, disabled }) => ({ id: name, status, disabled, held: held.has(name) })),
    edges: links.map((link) => ({ ...link, held: held.has(link.from) })),
    alone: summaries.length - drawn.size,
  };
}

function heldUp(summaries: readonly JobSummary[], links: readonly { from: string; to: string }[]): Set<string> {
  const held = new Set(summaries.filter(({ status }) => status === 'failure').map(({ name }) => name));
  // Each of the held ones is looked at once: a set goes on with what is added while it is walked through.
  for (const name of held) for (const { from, to } of links) if (from === name) held.add(to);
  return held;
}
