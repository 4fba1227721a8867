import { attributesJson, poolJson, reservedJson, resourcesJson, taskJson, unreservedJson } from '../../api/mesos/legacy-json.ts';
import { addPools, poolOf, totalOf, type Pool } from '../../api/mesos/quantities.ts';
import { normalizeRanges, type Ranges } from '../../api/mesos/ranges.ts';
import type {
  FrameworkJson,
  FrameworkSummaryJson,
  MasterStateJson,
  OfferJson,
  ResourcesJson,
  SlaveJson,
  StateSummaryJson,
} from '../../api/mesos/state.ts';
import { AGENT_CAPABILITIES, buildInfo } from '../libprocess/build.ts';
import { drainJson } from './drain-json.ts';
import { masterFlags } from './flags.ts';
import { MASTER_CAPABILITIES, masterPid } from './master-info.ts';
import {
  hasCapability,
  isInService,
  type AgentEntry,
  type AgentRecord,
  type FrameworkEntry,
  type MasterState,
  type OfferEntry,
} from './state.ts';
import { countersOf } from './tally.ts';

/** The master's JSON before v1: `/state`, `/state-summary`, `/slaves`, `/frameworks`. */

export function slaveJson(agent: AgentEntry): SlaveJson {
  return {
    id: agent.id,
    hostname: agent.registration.hostname,
    port: agent.registration.port,
    attributes: attributesJson(agent.registration.attributes),
    pid: agent.pid,
    registered_time: agent.registeredAt / 1000,
    ...(agent.reregisteredAt !== undefined && { reregistered_time: agent.reregisteredAt / 1000 }),
    resources: poolJson(agent.total),
    used_resources: poolJson(agent.used),
    offered_resources: poolJson(agent.offered),
    reserved_resources: reservedJson(agent.total),
    unreserved_resources: unreservedJson(agent.total),
    active: isInService(agent),
    deactivated: agent.deactivated === true,
    ...drainJson(agent),
    version: agent.registration.version,
    capabilities: AGENT_CAPABILITIES,
  };
}

export const recoveredSlaveJson = ({ id, registration, registeredAt }: AgentRecord): Partial<SlaveJson> => ({
  id,
  hostname: registration.hostname,
  port: registration.port,
  attributes: attributesJson(registration.attributes),
  pid: `slave(1)@${registration.ip}:${registration.port}`,
  registered_time: registeredAt / 1000,
  version: registration.version,
});

const withPorts = (scalars: Pool, ports: Ranges): ResourcesJson => resourcesJson({ ...totalOf(scalars), ports: normalizeRanges(ports) });

const usedPorts = (framework: FrameworkEntry): Ranges => [...framework.usedPorts.values()].flat();
const offeredPorts = (state: MasterState, framework: FrameworkEntry): Ranges =>
  offersOf(state, framework).flatMap((offer) => totalOf(offer.pool).ports);
const offersOf = (state: MasterState, framework: FrameworkEntry): OfferEntry[] =>
  [...framework.offers].flatMap((id) => state.offers.get(id) ?? []);

function frameworkSummaryJson(state: MasterState, framework: FrameworkEntry): FrameworkSummaryJson {
  const { id, info, pid } = framework;
  return {
    id,
    name: info.name,
    ...(pid !== undefined && { pid }),
    used_resources: withPorts(framework.used, usedPorts(framework)),
    offered_resources: withPorts(framework.offered, offeredPorts(state, framework)),
    capabilities: (info.capabilities ?? []).map((capability) => capability.type),
    hostname: info.hostname ?? '',
    webui_url: info.webui_url ?? '',
    active: framework.send !== undefined,
    connected: framework.send !== undefined,
    recovered: framework.recovered,
  };
}

const offerJson = ({ id, frameworkId, agentId, role, pool }: OfferEntry): OfferJson => ({
  id,
  framework_id: frameworkId,
  allocation_info: { role },
  slave_id: agentId,
  resources: poolJson(pool),
});

export function frameworkJson(state: MasterState, framework: FrameworkEntry): FrameworkJson {
  const { info } = framework;
  const labels = info.labels?.labels ?? [];
  return {
    ...frameworkSummaryJson(state, framework),
    user: info.user,
    failover_timeout: info.failover_timeout ?? 0,
    checkpoint: info.checkpoint ?? false,
    registered_time: framework.registeredAt / 1000,
    unregistered_time: (framework.unregisteredAt ?? 0) / 1000,
    ...(framework.reregisteredAt !== undefined && { reregistered_time: framework.reregisteredAt / 1000 }),
    ...(info.principal !== undefined && { principal: info.principal }),
    resources: withPorts(addPools(framework.used, framework.offered), [...usedPorts(framework), ...offeredPorts(state, framework)]),
    ...(hasCapability(info, 'MULTI_ROLE') ? { roles: info.roles } : { role: info.roles[0] ?? '*' }),
    offer_constraints: {},
    tasks: [...framework.tasks.values()].map(taskJson),
    unreachable_tasks: [...framework.unreachableTasks.values()].map(taskJson),
    completed_tasks: framework.completedTasks.map(taskJson),
    offers: offersOf(state, framework).map(offerJson),
    executors: [...framework.executors.values()].map(({ info, agentId, role }) => ({
      executor_id: info.executor_id.value,
      name: '',
      framework_id: framework.id,
      command: { argv: [], uris: [] },
      resources: poolJson(poolOf(info.resources)),
      role,
      labels: info.labels?.labels ?? [],
      type: info.type,
      slave_id: agentId,
    })),
    ...(labels.length > 0 && { labels }),
  };
}

export function stateSummaryJson(state: MasterState): StateSummaryJson {
  return {
    hostname: state.hostname,
    cluster: state.clusterName,
    slaves: [...state.agents.values()].map((agent) => ({
      ...slaveJson(agent),
      ...countersOf(agent.tally),
      framework_ids: [...agent.frameworks.keys()],
    })),
    frameworks: [...state.frameworks.values()].map((framework) => ({
      ...frameworkSummaryJson(state, framework),
      ...countersOf(framework.tally),
      slave_ids: [...framework.agents.keys()],
    })),
  };
}

export function masterStateJson(state: MasterState): MasterStateJson {
  const { id, hostname, port } = state;
  const agents = [...state.agents.values()];
  const active = agents.filter(isInService).length;
  const pid = masterPid(state);
  return {
    ...buildInfo(state.version),
    start_time: state.startedAt / 1000,
    elected_time: state.startedAt / 1000,
    id,
    pid,
    hostname,
    capabilities: MASTER_CAPABILITIES,
    activated_slaves: active,
    deactivated_slaves: agents.length - active,
    unreachable_slaves: state.unreachableAgents.size,
    leader: pid,
    leader_info: { id, pid, port, hostname },
    cluster: state.clusterName,
    flags: masterFlags(state),
    slaves: agents.map(slaveJson),
    recovered_slaves: [...state.recoveredAgents.values()].map(recoveredSlaveJson),
    frameworks: [...state.frameworks.values()].map((framework) => frameworkJson(state, framework)),
    completed_frameworks: state.completedFrameworks.map((framework) => frameworkJson(state, framework)),
    orphan_tasks: [],
    unregistered_frameworks: [],
  };
}
