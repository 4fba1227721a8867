import { attributesJson, poolJson, reservedInFull, reservedJson, unreservedInFull, unreservedJson } from '../../api/mesos/legacy-json.ts';
import type { DrainInfoJson } from '../../api/mesos/state.ts';
import { AGENT_CAPABILITIES, buildInfo, MESOS_VERSION } from '../libprocess/build.ts';
import { agentFlags } from './flags.ts';
import { agentFrameworkJson, allocatedPools } from './executor-json.ts';
import type { AgentState, Draining } from './state.ts';

const drainConfigJson = ({ maxGraceMs, markGone }: Draining): DrainInfoJson['config'] => ({
  ...(maxGraceMs !== undefined && { max_grace_period: { nanoseconds: maxGraceMs * 1e6 } }),
  mark_gone: markGone,
});

/** The agent's `/state`. Frameworks without a live executor are among the completed ones. */
export function agentStateJson(state: AgentState): unknown {
  const frameworks = [...state.frameworks.values()];
  const allocated = allocatedPools(state);
  return {
    ...buildInfo(MESOS_VERSION),
    start_time: state.startedAt / 1000,
    id: state.id ?? '',
    pid: `slave(1)@${state.machine.ip}:${state.port}`,
    hostname: state.hostname,
    capabilities: AGENT_CAPABILITIES,
    resources: poolJson(state.total),
    reserved_resources: reservedJson(state.total),
    unreserved_resources: unreservedJson(state.total),
    reserved_resources_full: reservedInFull(state.total),
    unreserved_resources_full: unreservedInFull(state.total),
    reserved_resources_allocated: allocated.reserved,
    unreserved_resources_allocated: allocated.unreserved,
    resource_providers: [],
    ...(state.draining && { drain_config: drainConfigJson(state.draining) }),
    attributes: attributesJson(state.attributes),
    ...(state.masterHostname !== undefined && { master_hostname: state.masterHostname }),
    flags: agentFlags(state),
    frameworks: frameworks.filter(({ executors }) => executors.size > 0).map((framework) => agentFrameworkJson(state, framework)),
    completed_frameworks: frameworks
      .filter(({ executors, completed }) => executors.size === 0 && completed.length > 0)
      .map((framework) => agentFrameworkJson(state, framework)),
  };
}
