import { addCounts, type ClusterSummary, NO_COUNTS, type NodeSummary, sumOfNodes } from '../cluster-summary.ts';
import type { MesosState } from './mesos-state.ts';
import type { Tally } from './tally.ts';
import { usedOnAgent } from './views.ts';

interface KnownNode {
  tally: Tally;
  node: NodeSummary;
}

/** What was made of each node of a read summary: as long as neither has changed, rows get the same object. */
const known = new WeakMap<NodeSummary, KnownNode>();

function liveNode(read: NodeSummary, state: MesosState): NodeSummary {
  const tally = state.tasks.tallyOfAgent(read.id);
  const before = known.get(read);
  if (before?.tally === tally) return before.node;
  const { cpus, mem, disk } = usedOnAgent(state, read.id);
  const node = { ...read, tasks: tally.counts, used: { cpus, mem, disk } };
  known.set(read, { tally, node });
  return node;
}

let last: { read: ClusterSummary; version: number; state: MesosState; summary: ClusterSummary } | undefined;

/** A summary that was read, with the tasks as the stream has told of them since. */
export function liveSummary(read: ClusterSummary, state: MesosState): ClusterSummary {
  if (last?.read === read && last.state === state && last.version === state.version) return last.summary;
  const frameworks = [...state.tasks.frameworks()].map((id) => ({ id, counts: state.tasks.tallyOfFramework(id).counts }));
  const nodes = read.nodes.map((node) => liveNode(node, state));
  const summary = {
    ...read,
    nodes,
    ...sumOfNodes(nodes),
    tasks: frameworks.reduce((sum, { counts }) => addCounts(sum, counts), NO_COUNTS),
    activeByFramework: {
      ...read.activeByFramework,
      ...Object.fromEntries(frameworks.map(({ id, counts }) => [id, counts.staging + counts.running + counts.killing])),
    },
  };
  last = { read, state, version: state.version, summary };
  return summary;
}
