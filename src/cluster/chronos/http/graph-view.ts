import type { JobBook } from '../job-book.ts';
import { type Jobs, parentsOf } from '../job-graph.ts';
import { stateText, statusOf } from '../run-rules.ts';

const edgesOf = (jobs: Jobs): [parent: string, child: string][] =>
  [...jobs.values()].flatMap((job) =>
    parentsOf(job)
      .toSorted()
      .map((parent): [string, string] => [parent, job.settings.name]),
  );

/** Lines of `node,<name>,<status>,<state>` and `link,<parent>,<child>`. */
export function graphCsv(book: Pick<JobBook, 'jobs' | 'openOf'>): string {
  const jobs = book.jobs();
  const nodes = [...jobs.values()].map(
    ({ settings, counters }) => `node,${settings.name},${statusOf(counters)},${stateText(book.openOf(settings.name))}`,
  );
  return lines([...nodes, ...edgesOf(jobs).map(([parent, child]) => `link,${parent},${child}`)]);
}

/** The same for Graphviz, whose nodes have numbers (recorded). */
export function graphDot(jobs: Jobs): string {
  const numbers = new Map([...jobs.keys()].map((name, index) => [name, index + 1]));
  const nodes = [...numbers].map(([name, number]) => `  ${number} [ label="${name}" ];`);
  const edges = edgesOf(jobs).map(([parent, child]) => `  ${numbers.get(parent)} -> ${numbers.get(child)};`);
  return lines(['digraph G {', ...nodes, ...edges, '}']);
}

const lines = (list: readonly string[]): string => list.map((line) => `${line}\n`).join('');
