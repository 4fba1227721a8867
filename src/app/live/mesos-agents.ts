import { queryOptions, replaceEqualDeep } from '@tanstack/react-query';
import { request } from '../util/http.ts';
import { type AgentState, agentStateOf } from './agent-state.ts';
import { askEvery } from './ask-every.ts';
import { addQuantities, NOTHING, type Quantities, quantitiesOf } from './mesos-quantities.ts';
import { rereadMs } from './mesos-queries.ts';
import { mesosStore, type StreamMeta } from './mesos-store/current.ts';
import type { MesosState } from './mesos-store/mesos-state.ts';
import type { Tally } from './mesos-store/tally.ts';
import { usedOnAgent } from './mesos-store/views.ts';
import type { AgentJson } from './mesos-wire.ts';
import { shareItems } from './share-items.ts';
import { SOURCES } from './sources.ts';

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

/** What was read last, without what the stream has told since. */
let read: Agent[] | undefined;

export const agentsQuery = queryOptions({
  queryKey: ['mesos', 'agents'],
  queryFn: async ({ signal }): Promise<Agent[]> => {
    const { slaves } = await request<Slaves>('/mesos/master/slaves', { signal, timeoutMs: 30_000 });
    read = replaceEqualDeep(read, slaves.map(agentOf));
    return liveAgents(read, mesosStore.current());
  },
  refetchInterval: () => askEvery(SOURCES.mesos, INTERVAL_MS),
  structuralSharing: shareItems,
  meta: {
    view: (state) => read && liveAgents(read, state),
    rereadMs: () => rereadMs(read?.length ?? 0, INTERVAL_MS),
  } satisfies StreamMeta,
});

const known = new WeakMap<Agent, { tally: Tally; agent: Agent }>();

/** Agents as they were read, with what the tasks that the stream tells of use now. What has not changed stays the same object. */
function liveAgents(agents: Agent[], state: MesosState | undefined): Agent[] {
  if (state === undefined) return agents;
  return agents.map((agent) => {
    const tally = state.tasks.tallyOfAgent(agent.id);
    const before = known.get(agent);
    if (before?.tally === tally) return before.agent;
    const live = { ...agent, used: usedOnAgent(state, agent.id) };
    known.set(agent, { tally, agent: live });
    return live;
  });
}

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
    state: agentStateOf(agent),
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

export function sumOf(agents: readonly Agent[], part: (agent: Agent) => Quantities): Quantities {
  return agents.map(part).reduce(addQuantities, NOTHING);
}

const milliseconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined || seconds === 0 ? undefined : seconds * 1000;
