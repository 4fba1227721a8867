import type { Fetch } from '../../api/http/fetch.ts';
import { type StatisticsJson, type Usage, usageOf } from '../../api/mesos/executor-usage.ts';
import type { Clock } from '../kernel/clock.ts';

/** What tasks really use, over all agents that tell it. Memory and disk in MB; undefined where no agent measures it. */
export interface MeasuredUse {
  cpus: number | undefined;
  mem: number | undefined;
  disk: number | undefined;
  /** How many agents are in it. */
  agents: number;
}

export interface UseMeter {
  /** Asks those agents whose turn it is, and forgets those that are not in the list. */
  ask(agentIds: readonly string[]): void;
  total(): MeasuredUse;
  /** What one agent told last. */
  of(agentId: string): MeasuredUse | undefined;
}

/** An agent is asked this often at most: a container's figures cost its engine something. */
const AGENT_INTERVAL_MS = 10_000;
/** More agents than this are asked in turns: 1,000 of them each 40 s. */
const AGENTS_AT_ONCE = 50;
const TIMEOUT_MS = 8_000;
const BYTES_PER_MB = 1024 * 1024;

interface Measure {
  askedAt: number;
  /** undefined until it has answered. */
  usages: Usage[] | undefined;
}

/** Reads the agents' `/monitor/statistics`, once for all who look. One that does not answer keeps its last figures until it leaves. */
export function createUseMeter(clock: Clock, agent: (id: string) => Fetch | undefined): UseMeter {
  const measures = new Map<string, Measure>();

  async function measure(id: string, fetch: Fetch): Promise<void> {
    const given = new AbortController();
    const timer = clock.after(TIMEOUT_MS, () => given.abort());
    try {
      const response = await fetch(new Request('http://agent:5051/monitor/statistics', { signal: given.signal }));
      if (!response.ok) return;
      const lines = (await response.json()) as StatisticsJson[];
      const known = measures.get(id);
      if (known) known.usages = usageOf(lines, known.usages);
    } catch {
      // An agent that does not answer is told of by the master, which loses it.
    } finally {
      timer.cancel();
    }
  }
  return {
    ask(agentIds) {
      const listed = new Set(agentIds);
      for (const id of measures.keys()) if (!listed.has(id)) measures.delete(id);
      for (const id of dueAgents(agentIds, measures, clock.now())) {
        const fetch = agent(id);
        if (!fetch) continue;
        measures.set(id, { usages: measures.get(id)?.usages, askedAt: clock.now() });
        void measure(id, fetch);
      }
    },
    total: () => totalUse([...measures.values()].flatMap(({ usages }) => (usages ? [usages] : []))),
    of(agentId) {
      const usages = measures.get(agentId)?.usages;
      return usages && totalUse([usages]);
    },
  };
}

/** Those that waited longest first; never asked before all others. */
function dueAgents(agentIds: readonly string[], measures: ReadonlyMap<string, Measure>, now: number): string[] {
  const askedAt = (id: string): number => measures.get(id)?.askedAt ?? -Infinity;
  return agentIds
    .filter((id) => now - askedAt(id) >= AGENT_INTERVAL_MS)
    .toSorted((a, b) => (askedAt(a) === askedAt(b) ? 0 : askedAt(a) - askedAt(b)))
    .slice(0, AGENTS_AT_ONCE);
}

/** The sum over agents. A figure that no executor has stays unknown, unless nothing runs at all: that uses nothing. */
export function totalUse(agents: readonly (readonly Usage[])[]): MeasuredUse {
  const usages = agents.flat();
  const sum = (of: (usage: Usage) => number | undefined): number | undefined => {
    const known = usages.flatMap((usage) => of(usage) ?? []);
    if (known.length > 0) return known.reduce((all, value) => all + value, 0);
    return agents.length > 0 && usages.length === 0 ? 0 : undefined;
  };
  const megabytes = (bytes: number | undefined): number | undefined => (bytes === undefined ? undefined : bytes / BYTES_PER_MB);
  return {
    cpus: sum(({ cpus }) => cpus),
    mem: megabytes(sum(({ memBytes }) => memBytes)),
    disk: megabytes(sum(({ diskBytes }) => diskBytes)),
    agents: agents.length,
  };
}
