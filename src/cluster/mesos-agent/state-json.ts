import { attributesJson, poolJson, reservedJson, unreservedJson } from '../../api/mesos/legacy-json.ts';
import { resourcesOf } from '../../api/mesos/quantities.ts';
import type { Resource } from '../../api/mesos/resources.ts';
import { buildInfo, MESOS_VERSION } from '../libprocess/build.ts';
import { agentFlags } from './flags.ts';
import { agentFrameworkJson, allocatedPools } from './executor-json.ts';
import type { AgentState } from './state.ts';

/** Capabilities of the release whose wire we speak. */
const CAPABILITIES = [
  'MULTI_ROLE',
  'HIERARCHICAL_ROLE',
  'RESERVATION_REFINEMENT',
  'RESOURCE_PROVIDER',
  'RESIZE_VOLUME',
  'AGENT_OPERATION_FEEDBACK',
  'AGENT_DRAINING',
  'TASK_RESOURCE_LIMITS',
];

/** The agent's `/state`. Frameworks without a live executor are among the completed ones. */
export function agentStateJson(state: AgentState): unknown {
  const frameworks = [...state.frameworks.values()];
  const allocated = allocatedPools(state);
  const resources = resourcesOf(state.total).map(withRole);
  return {
    ...buildInfo(MESOS_VERSION),
    start_time: state.startedAt / 1000,
    id: state.id ?? '',
    pid: `slave(1)@${state.machine.ip}:${state.port}`,
    hostname: state.hostname,
    capabilities: CAPABILITIES,
    resources: poolJson(state.total),
    reserved_resources: reservedJson(state.total),
    unreserved_resources: unreservedJson(state.total),
    reserved_resources_full: Object.fromEntries(
      Object.keys(state.total)
        .filter((role) => role !== '*')
        .map((role) => [role, resources.filter((resource) => resource.role === role)]),
    ),
    unreserved_resources_full: resources.filter(({ role }) => role === '*'),
    reserved_resources_allocated: allocated.reserved,
    unreserved_resources_allocated: allocated.unreserved,
    resource_providers: [],
    attributes: attributesJson(state.attributes),
    master_hostname: 'leader.mesos',
    flags: agentFlags(state),
    frameworks: frameworks.filter(({ executors }) => executors.size > 0).map((framework) => agentFrameworkJson(state, framework)),
    completed_frameworks: frameworks
      .filter(({ executors, completed }) => executors.size === 0 && completed.length > 0)
      .map((framework) => agentFrameworkJson(state, framework)),
  };
}

/** The `*_full` fields spell the role in the way of before reservations. */
const withRole = ({ reservations, ...resource }: Resource): Resource => ({ ...resource, role: reservations?.[0]?.role ?? '*' });
