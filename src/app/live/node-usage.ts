import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type NodeUsagePoint, nodeUsageHistorySchema } from '../../api/dcos/node-usage.ts';
import type { Usage } from '../../api/mesos/executor-usage.ts';
import { usageQuery } from './agent-statistics.ts';
import { request } from '../util/http.ts';
import type { Amounts, NodeSummary } from './cluster-summary.ts';

/** What tasks had and used on a node at a moment (ms since the epoch). */
export interface NodeSample {
  at: number;
  allocated: Amounts;
  /** What nobody measures is left out. */
  used: Partial<Amounts>;
}

export const NODE_USAGE_SPAN_MS = 600_000;
/** As often as use is measured. */
export const SEEN_STEP_MS = 3_000;
const KEPT_NODES = 5;

const NONE: readonly NodeSample[] = [];
/** Of the nodes looked at last: a look at another page and back loses nothing. */
const byNode = new Map<string, readonly NodeSample[]>();
const listeners = new Set<() => void>();

/** A sample more; the oldest ones go, and one that comes too soon stands in for the last. */
export function withSample(samples: readonly NodeSample[], sample: NodeSample): NodeSample[] {
  const kept = samples.filter(({ at }) => at > sample.at - NODE_USAGE_SPAN_MS);
  const last = kept.at(-1);
  return last && sample.at - last.at < SEEN_STEP_MS / 2 ? [...kept.slice(0, -1), sample] : [...kept, sample];
}

function keep(id: string, sample: NodeSample): void {
  const samples = withSample(byNode.get(id) ?? NONE, sample);
  byNode.delete(id);
  byNode.set(id, samples);
  const [oldest] = byNode.keys();
  if (byNode.size > KEPT_NODES && oldest !== undefined) byNode.delete(oldest);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const BYTES_PER_MB = 1024 * 1024;

/** Sums over all executors; undefined where none is measured. */
export function usedBy(usage: readonly Usage[]): Partial<Amounts> {
  const sum = (of: (each: Usage) => number | undefined): number | undefined => {
    const measured = usage.flatMap((each) => of(each) ?? []);
    return measured.length === 0 ? undefined : measured.reduce((all, one) => all + one, 0);
  };
  const [cpus, mem, disk] = [sum((each) => each.cpus), sum((each) => each.memBytes), sum((each) => each.diskBytes)];
  return {
    ...(cpus !== undefined && { cpus }),
    ...(mem !== undefined && { mem: mem / BYTES_PER_MB }),
    ...(disk !== undefined && { disk: disk / BYTES_PER_MB }),
  };
}

/** Asked once: from then on the page sees for itself. A cluster without a history service has none. */
const nodeHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['history', 'node', id],
    queryFn: ({ signal }) =>
      request(`/dcos-history-service/usage/nodes/${encodeURIComponent(id)}`, { schema: nodeUsageHistorySchema, signal, timeoutMs: 10_000 }),
    retry: false,
    gcTime: 0,
  });

/** What the history service kept from before the page was opened, and then what was seen. */
export function joinedSamples(before: readonly NodeUsagePoint[], seen: readonly NodeSample[]): readonly NodeSample[] {
  const end = seen.at(-1)?.at ?? before.at(-1)?.at ?? 0;
  const from = end - NODE_USAGE_SPAN_MS;
  const kept = before.filter(({ at }) => at > from && at < (seen[0]?.at ?? Infinity)).map(sampleOf);
  return [...kept, ...seen];
}

function sampleOf({ at, cpus, mem, disk }: NodeUsagePoint): NodeSample {
  return {
    at,
    allocated: { cpus: cpus.allocated, mem: mem.allocated, disk: disk.allocated },
    used: {
      ...(cpus.used !== undefined && { cpus: cpus.used }),
      ...(mem.used !== undefined && { mem: mem.used }),
      ...(disk.used !== undefined && { disk: disk.used }),
    },
  };
}

/** What a node's tasks had and used in the last ten minutes. */
export function useNodeUsage(node: NodeSummary): readonly NodeSample[] {
  const { data, dataUpdatedAt } = useQuery(usageQuery(node.id));
  const { data: history } = useQuery(nodeHistoryQuery(node.id));
  const { id, used } = node;
  useEffect(() => {
    if (data) keep(id, { at: dataUpdatedAt, allocated: used, used: usedBy(data) });
  }, [id, used, data, dataUpdatedAt]);
  const seen = useSyncExternalStore(subscribe, () => byNode.get(id) ?? NONE);
  return useMemo(() => joinedSamples(history?.points ?? [], seen), [history, seen]);
}
