import { type Health, HEALTH, type HealthNode } from '../../../api/dcos/health.ts';
import type { AgentState } from '../../live/agent-state.ts';
import { activeTasks, type NodeSummary, share } from '../../live/cluster-summary.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import type { NodeService, NodeTasks } from '../../live/node-tasks.ts';

/** One agent as the pages of nodes show it; shares from 0 to 1. */
export interface NodeRow {
  id: string;
  hostname: string;
  /** The machine's name in the local cluster (a1). */
  machine: string | undefined;
  isPublic: boolean;
  state: AgentState;
  /** Undefined where the cluster does not report it. */
  health: Health | undefined;
  tasks: number;
  cpus: number;
  mem: number;
  disk: number;
  services: readonly NodeService[];
  /** What each service has of the node's resources is a share of these. */
  total: NodeSummary['total'];
  attributes: NodeSummary['attributes'];
}

interface Known {
  machine: string | undefined;
  health: Health | undefined;
  services: readonly NodeService[];
  row: NodeRow;
}

/** What was made of each node: as long as nothing of it has changed, its row is the same object. */
const known = new WeakMap<NodeSummary, Known>();

export interface NodeSources {
  nodes: readonly NodeSummary[];
  machines: readonly Pick<MachineDescription, 'name' | 'ip' | 'agentId'>[];
  health: readonly HealthNode[] | undefined;
  tasks: NodeTasks | undefined;
}

const NO_SERVICES: readonly NodeService[] = [];

export function nodeRows({ nodes, machines, health, tasks }: NodeSources): NodeRow[] {
  const byAgent = new Map(machines.map((machine) => [machine.agentId, machine]));
  // 3dt knows nodes by address; agents of DC/OS use their address as host name, those of the local cluster one of this host.
  const healths = new Map(health?.map((node) => [node.host_ip, node.health]));
  return nodes.map((node) => {
    const machine = byAgent.get(node.id);
    const own = {
      machine: machine?.name,
      health: healths.get(machine?.ip ?? node.hostname),
      services: tasks?.of(node.id).services ?? NO_SERVICES,
    };
    const before = known.get(node);
    if (before && before.machine === own.machine && before.health === own.health && before.services === own.services) return before.row;
    const row = rowOf(node, own);
    known.set(node, { ...own, row });
    return row;
  });
}

const rowOf = (node: NodeSummary, own: Pick<NodeRow, 'machine' | 'health' | 'services'>): NodeRow => ({
  id: node.id,
  hostname: node.hostname,
  isPublic: node.isPublic,
  state: node.state,
  tasks: activeTasks(node.tasks),
  cpus: share(node.used.cpus, node.total.cpus),
  mem: share(node.used.mem, node.total.mem),
  disk: share(node.used.disk, node.total.disk),
  total: node.total,
  attributes: node.attributes,
  ...own,
});

/** The worst first. */
export const STATE_ORDER: readonly AgentState[] = ['inactive', 'draining', 'drained', 'deactivated', 'active'];

/** What needs a look first: what cannot be reached, then what is not healthy, then what gets no new tasks. */
export function trouble({ state, health }: Pick<NodeRow, 'state' | 'health'>): number {
  if (state === 'inactive') return 0;
  if (health === HEALTH.unhealthy) return 1;
  if (health === HEALTH.warning) return 2;
  if (state !== 'active') return 3;
  return health === HEALTH.healthy ? 5 : 4;
}

export const nodeName = ({ machine, hostname }: Pick<NodeRow, 'machine' | 'hostname'>): string => machine ?? hostname;
