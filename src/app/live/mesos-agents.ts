import { queryOptions } from '@tanstack/react-query';
import { request } from '../util/http.ts';
import { addQuantities, NOTHING, type Quantities, quantitiesOf } from './mesos-quantities.ts';
import type { AgentJson } from './mesos-wire.ts';

/** `inactive`: its line to the master is broken, but it may still come back. */
export type AgentState = 'active' | 'inactive' | 'draining' | 'drained' | 'deactivated';

export interface Reservation {
  /** undefined: what is reserved for no role. */
  role: string | undefined;
  total: Quantities;
}

/** An agent as Mesos' pages show it. Times in milliseconds since the epoch. */
export interface Agent {
  id: string;
  hostname: string;
  pid: string;
  version: string;
  state: AgentState;
  attributes: Record<string, string | number>;
  registeredAt: number | undefined;
  reregisteredAt: number | undefined;
  total: Quantities;
  used: Quantities;
  offered: Quantities;
  /** By role, the unreserved part last. */
  reservations: Reservation[];
}

interface Slaves {
  slaves: AgentJson[];
}

const INTERVAL_MS = 4_000;

export const agentsQuery = queryOptions({
  queryKey: ['mesos', 'agents'],
  queryFn: async ({ signal }) => (await request<Slaves>('/mesos/master/slaves', { signal, timeoutMs: 30_000 })).slaves.map(agentOf),
  refetchInterval: INTERVAL_MS,
});

/** One agent as the master knows it; null when it knows none of this id. */
export const agentQuery = (id: string) =>
  queryOptions({
    queryKey: ['mesos', 'agents', id],
    queryFn: async ({ signal }) => {
      const { slaves } = await request<Slaves>(`/mesos/master/slaves?slave_id=${encodeURIComponent(id)}`, { signal });
      // Masters of before 1.8 take no id and answer with all agents.
      const agent = slaves.find((each) => each.id === id);
      return agent === undefined ? null : agentOf(agent);
    },
    refetchInterval: INTERVAL_MS,
  });

export function agentOf(agent: AgentJson): Agent {
  return {
    id: agent.id,
    hostname: agent.hostname,
    pid: agent.pid ?? '',
    version: agent.version ?? '',
    state: stateOf(agent),
    attributes: agent.attributes ?? {},
    registeredAt: milliseconds(agent.registered_time),
    reregisteredAt: milliseconds(agent.reregistered_time),
    total: quantitiesOf(agent.resources),
    used: quantitiesOf(agent.used_resources),
    offered: quantitiesOf(agent.offered_resources),
    reservations: [
      ...Object.entries(agent.reserved_resources ?? {}).map(([role, resources]) => ({ role, total: quantitiesOf(resources) })),
      { role: undefined, total: quantitiesOf(agent.unreserved_resources ?? agent.resources) },
    ],
  };
}

function stateOf({ active, deactivated, drain_info: drain }: AgentJson): AgentState {
  if (drain) return drain.state === 'DRAINED' ? 'drained' : 'draining';
  if (deactivated === true) return 'deactivated';
  return active === false ? 'inactive' : 'active';
}

export function sumOf(agents: readonly Agent[], part: (agent: Agent) => Quantities): Quantities {
  return agents.map(part).reduce(addQuantities, NOTHING);
}

const milliseconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined || seconds === 0 ? undefined : seconds * 1000;
