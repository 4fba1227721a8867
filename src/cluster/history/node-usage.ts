import {
  NODE_USAGE_POINTS,
  NODE_USAGE_SAMPLES,
  NODE_USAGE_STEP_MS,
  type NodeUsageHistory,
  type NodeUsagePoint,
} from '../../api/dcos/node-usage.ts';
import type { ResourcesJson, StateSummaryJson } from '../../api/mesos/state.ts';
import type { MeasuredUse } from './measured-use.ts';

const RESOURCES = ['cpus', 'mem', 'disk'] as const;
const VALUES_A_POINT = RESOURCES.length * 2;

/** What the last ten minutes were on each node. Kept in memory only: it is full again after ten minutes. */
export interface NodeUsageRecord {
  /** One sample; each fifth is kept. `measured`: what the tasks of an agent use. */
  record(at: number, summary: Partial<StateSummaryJson>, measured: (agentId: string) => MeasuredUse | undefined): void;
  /** undefined for a node that was not there in this time. */
  of(agentId: string): NodeUsageHistory | undefined;
}

/** Numbers in one array a node rather than objects: a cluster of 5,000 nodes is kept in about 7 MB. */
export function createNodeUsageRecord(): NodeUsageRecord {
  const times: number[] = [];
  const byNode = new Map<string, Float32Array>();
  let next = 0;
  let samples = 0;

  const forgetAbsent = (): void => {
    for (const [id, values] of byNode) if (values.every(Number.isNaN)) byNode.delete(id);
  };
  return {
    record(at, summary, measured) {
      if (samples++ % NODE_USAGE_SAMPLES !== 0) return;
      const slot = next;
      next = (next + 1) % NODE_USAGE_POINTS;
      times[slot] = at;
      for (const values of byNode.values()) values.fill(NaN, slot * VALUES_A_POINT, (slot + 1) * VALUES_A_POINT);
      for (const agent of summary.slaves ?? []) {
        if (!agent.active) continue;
        const values = byNode.get(agent.id) ?? new Float32Array(NODE_USAGE_POINTS * VALUES_A_POINT).fill(NaN);
        byNode.set(agent.id, values);
        // a master that is older does not tell what was given
        const given: Partial<ResourcesJson> = agent.used_resources ?? {};
        const used = measured(agent.id);
        RESOURCES.forEach((kind, index) => {
          values[slot * VALUES_A_POINT + index * 2] = given[kind] ?? NaN;
          values[slot * VALUES_A_POINT + index * 2 + 1] = used?.[kind] ?? NaN;
        });
      }
      if (slot === 0) forgetAbsent();
    },
    of(agentId) {
      const values = byNode.get(agentId);
      if (!values) return undefined;
      const slots = times.map((_, index) => (times.length < NODE_USAGE_POINTS ? index : (next + index) % NODE_USAGE_POINTS));
      return { stepMs: NODE_USAGE_STEP_MS, points: slots.flatMap((slot) => pointAt(times[slot] ?? 0, values, slot)) };
    },
  };
}

/** Nothing where the node was not there. */
function pointAt(at: number, values: Float32Array, slot: number): NodeUsagePoint[] {
  const amount = (index: number): { allocated: number; used?: number } => {
    const [allocated = NaN, used = NaN] = values.subarray(slot * VALUES_A_POINT + index * 2, slot * VALUES_A_POINT + index * 2 + 2);
    return { allocated: rounded(allocated), ...(!Number.isNaN(used) && { used: rounded(used) }) };
  };
  const [cpus, mem, disk] = [amount(0), amount(1), amount(2)];
  return Number.isNaN(cpus.allocated) ? [] : [{ at, cpus, mem, disk }];
}

/** What single precision adds behind the third decimal is not shown. */
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
