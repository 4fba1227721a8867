import type { UsageAmount, UsagePoint } from '../../api/dcos/usage-history.ts';
import type { ResourcesJson, StateSummaryJson, TaskCounters } from '../../api/mesos/state.ts';
import type { MeasuredUse } from './measured-use.ts';
import type { Ended, MasterMetrics } from './task-endings.ts';

export interface SampleParts {
  from: number;
  at: number;
  summary: Partial<StateSummaryJson>;
  metrics: MasterMetrics | undefined;
  measured: MeasuredUse;
  ended: Ended;
}

/** One sample of the cluster. Agents that left take their resources with them: the whole is what the connected ones have. */
export function usagePoint({ from, at, summary, metrics, measured, ended }: SampleParts): UsagePoint {
  const agents = summary.slaves ?? [];
  const connected = agents.filter((agent) => agent.active);
  const amount = (kind: 'cpus' | 'mem' | 'disk'): UsageAmount => {
    const sum = (of: (agent: (typeof agents)[number]) => Partial<ResourcesJson> | undefined): number =>
      connected.reduce((all, agent) => all + (of(agent)?.[kind] ?? 0), 0);
    const used = measured[kind];
    return {
      total: rounded(sum((agent) => agent.resources)),
      allocated: rounded(sum((agent) => agent.used_resources)),
      ...(used !== undefined && { used: rounded(used) }),
    };
  };
  return {
    from,
    at,
    cpus: amount('cpus'),
    mem: amount('mem'),
    disk: amount('disk'),
    nodes: {
      connected: connected.length,
      draining: agents.filter((agent) => agent.drain_info !== undefined).length,
      lost: agents.filter((agent) => !agent.active && !agent.deactivated).length + (metrics?.unreachableAgents ?? 0),
    },
    measuredNodes: measured.agents,
    tasks: tasksOf(summary.frameworks ?? []),
    ended,
  };
}

function tasksOf(frameworks: readonly Partial<TaskCounters>[]): UsagePoint['tasks'] {
  const sum = (state: keyof TaskCounters): number => frameworks.reduce((all, counters) => all + (counters[state] ?? 0), 0);
  return { staging: sum('TASK_STAGING') + sum('TASK_STARTING'), running: sum('TASK_RUNNING'), killing: sum('TASK_KILLING') };
}

/** Sums of decimals have long tails, which nobody needs and every answer would carry. */
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Two neighbouring points as one. `weight`: of how many samples the earlier one is made. */
export function mergedPoints(earlier: UsagePoint, later: UsagePoint, weight: number): UsagePoint {
  const mean = (a: number, b: number): number => rounded((a * weight + b) / (weight + 1));
  const amount = (kind: 'cpus' | 'mem' | 'disk'): UsageAmount => {
    const [a, b] = [earlier[kind], later[kind]];
    const used = a.used === undefined ? b.used : b.used === undefined ? a.used : mean(a.used, b.used);
    return { total: mean(a.total, b.total), allocated: mean(a.allocated, b.allocated), ...(used !== undefined && { used }) };
  };
  return {
    ...later,
    from: earlier.from,
    cpus: amount('cpus'),
    mem: amount('mem'),
    disk: amount('disk'),
    nodes: {
      connected: later.nodes.connected,
      // A node that was away for a moment must not vanish from the picture of a day.
      draining: Math.max(earlier.nodes.draining, later.nodes.draining),
      lost: Math.max(earlier.nodes.lost, later.nodes.lost),
    },
    ended: { failed: earlier.ended.failed + later.ended.failed, other: earlier.ended.other + later.ended.other },
  };
}
