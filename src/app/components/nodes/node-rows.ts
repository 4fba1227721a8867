import type { Health, HealthNode } from '../../../api/dcos/health.ts';
import type { ClusterDescription } from '../../../api/machines/cluster.ts';
import { activeTasks, type NodeSummary, share } from '../../live/cluster-summary.ts';

/** One agent as the table shows it; shares from 0 to 1. */
export interface NodeRow {
  id: string;
  hostname: string;
  /** The machine's name in the local cluster (a1). */
  machine: string | undefined;
  isPublic: boolean;
  active: boolean;
  /** Undefined where the cluster does not report it. */
  health: Health | undefined;
  tasks: number;
  cpus: number;
  mem: number;
  disk: number;
}

export function nodeRows(
  nodes: readonly NodeSummary[],
  machines: ClusterDescription['machines'],
  health: readonly HealthNode[] | undefined,
): NodeRow[] {
  const names = new Map(machines.map((machine) => [machine.agentId, machine.name]));
  // 3dt knows nodes by address; agents of DC/OS use their address as host name.
  const healths = new Map(health?.map((node) => [node.host_ip, node.health]));
  return nodes.map((node) => ({
    id: node.id,
    hostname: node.hostname,
    machine: names.get(node.id),
    isPublic: node.isPublic,
    active: node.active,
    health: healths.get(node.hostname),
    tasks: activeTasks(node.tasks),
    cpus: share(node.used.cpus, node.total.cpus),
    mem: share(node.used.mem, node.total.mem),
    disk: share(node.used.disk, node.total.disk),
  }));
}

/** Every word of the filter has to be in the host or the machine's name, whatever its case. */
export function matchesNode(row: NodeRow, filter: string): boolean {
  const text = `${row.hostname} ${row.machine ?? ''}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
