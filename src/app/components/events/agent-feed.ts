import type { NodeSummary } from '../../live/cluster-summary.ts';
import { paths } from '../../paths.ts';
import type { FeedEvent } from './feed-event.ts';

type Node = Pick<NodeSummary, 'id' | 'hostname' | 'active' | 'registeredAt'>;

/** That each agent registered, which the master remembers. */
export const registrations = (nodes: readonly Node[]): FeedEvent[] =>
  nodes
    .filter(({ registeredAt }) => registeredAt > 0)
    .map((node) => agentEvent(node, 'agent-registered', node.registeredAt, `agent ${node.id} registered`));

/** Agents that were there and are not any more, or do not answer: seen at `now`. */
export function losses(before: readonly Node[], after: readonly Node[], now: number): FeedEvent[] {
  const active = new Set(after.filter((node) => node.active).map(({ id }) => id));
  return before
    .filter((node) => node.active && !active.has(node.id))
    .map((node) => agentEvent(node, 'agent-lost', now, `agent ${node.id} lost ${now}`));
}

function agentEvent(node: Node, kind: 'agent-registered' | 'agent-lost', at: number, key: string): FeedEvent {
  return {
    key,
    at,
    source: 'mesos',
    kind,
    type: undefined,
    tone: kind === 'agent-lost' ? 'danger' : 'ok',
    subject: node.hostname,
    to: paths.node(node.id),
    host: node.hostname,
    message: undefined,
  };
}
