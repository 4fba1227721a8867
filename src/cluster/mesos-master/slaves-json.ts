import { reservedInFull, unreservedInFull } from '../../api/mesos/legacy-json.ts';
import { resourcesOf } from '../../api/mesos/quantities.ts';
import { recoveredSlaveJson, slaveJson } from './state-json.ts';
import type { AgentEntry, MasterState } from './state.ts';

/** `/slaves`: as in the state, and the resources in full. */
export function slavesJson(state: MasterState, slaveId: string | null): unknown {
  const wanted = (agent: { id: string }): boolean => slaveId === null || agent.id === slaveId;
  return {
    slaves: [...state.agents.values()].filter(wanted).map((agent) => ({ ...slaveJson(agent), ...inFull(agent) })),
    recovered_slaves: [...state.recoveredAgents.values()].filter(wanted).map(recoveredSlaveJson),
  };
}

function inFull(agent: AgentEntry): Record<string, unknown> {
  return {
    reserved_resources_full: reservedInFull(agent.total),
    unreserved_resources_full: unreservedInFull(agent.total),
    used_resources_full: resourcesOf(agent.used),
    offered_resources_full: resourcesOf(agent.offered),
  };
}
