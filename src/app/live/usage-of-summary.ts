import type { UsageAmount, UsagePoint } from '../../api/dcos/usage-history.ts';
import type { ClusterSummary } from './cluster-summary.ts';

/** The cluster at one moment, from the master itself: without what was measured and what ended lately. */
export function usageOfSummary({ nodes, connectedNodes, total, used, tasks }: ClusterSummary, at: number): UsagePoint {
  const amount = (kind: 'cpus' | 'mem' | 'disk'): UsageAmount => ({ total: total[kind], allocated: used[kind] });
  return {
    from: at,
    at,
    cpus: amount('cpus'),
    mem: amount('mem'),
    disk: amount('disk'),
    nodes: { connected: connectedNodes, draining: 0, lost: nodes.length - connectedNodes },
    measuredNodes: 0,
    tasks: { staging: tasks.staging, running: tasks.running, killing: tasks.killing },
    ended: { failed: 0, other: 0 },
  };
}
