import { presentLists, taskV1 } from '../../api/mesos/operator-json.ts';
import { poolOf, resourcesOf } from '../../api/mesos/quantities.ts';
import { AGENT_CAPABILITIES } from '../libprocess/build.ts';
import { drainJson } from './drain-json.ts';
import { isInService, type AgentEntry, type FrameworkEntry, type MasterState } from './state.ts';

/** What a master's operator API shows. Times are nanoseconds. */

const nanoseconds = (ms: number): { nanoseconds: number } => ({ nanoseconds: Math.round(ms * 1e6) });

export function agentV1(agent: AgentEntry): Record<string, unknown> {
  const { registration } = agent;
  return {
    agent_info: {
      id: { value: agent.id },
      hostname: registration.hostname,
      port: registration.port,
      resources: registration.resources,
      ...presentLists({ attributes: registration.attributes }),
    },
    active: isInService(agent),
    deactivated: agent.deactivated === true,
    ...drainJson(agent),
    version: registration.version,
    pid: agent.pid,
    registered_time: nanoseconds(agent.registeredAt),
    ...(agent.reregisteredAt !== undefined && { reregistered_time: nanoseconds(agent.reregisteredAt) }),
    total_resources: resourcesOf(agent.total),
    ...presentLists({ allocated_resources: resourcesOf(agent.used), offered_resources: resourcesOf(agent.offered) }),
    capabilities: AGENT_CAPABILITIES.map((type) => ({ type })),
  };
}

export function frameworkV1(framework: FrameworkEntry): Record<string, unknown> {
  return {
    framework_info: framework.info,
    active: framework.send !== undefined,
    connected: framework.send !== undefined,
    recovered: framework.recovered,
    registered_time: nanoseconds(framework.registeredAt),
    ...(framework.reregisteredAt !== undefined && { reregistered_time: nanoseconds(framework.reregisteredAt) }),
    ...(framework.unregisteredAt !== undefined && { unregistered_time: nanoseconds(framework.unregisteredAt) }),
    ...presentLists({ allocated_resources: resourcesOf(framework.used), offered_resources: resourcesOf(framework.offered) }),
  };
}

export const agentsV1 = (state: MasterState): Record<string, unknown[]> =>
  presentLists({
    agents: [...state.agents.values()].map(agentV1),
    recovered_agents: [...state.recoveredAgents.values()].map(({ id, registration }) => ({
      id: { value: id },
      hostname: registration.hostname,
      port: registration.port,
      resources: registration.resources,
    })),
  });

export const frameworksV1 = (state: MasterState): Record<string, unknown[]> =>
  presentLists({
    frameworks: [...state.frameworks.values()].map(frameworkV1),
    completed_frameworks: state.completedFrameworks.map(frameworkV1),
  });

/** Those of task groups: command and Docker tasks have no executor that the master would know of. */
export const executorsV1 = (state: MasterState): Record<string, unknown[]> =>
  presentLists({
    executors: [...state.frameworks.values()].flatMap(({ id, executors }) =>
      [...executors.values()].map(({ info, agentId, role }) => ({
        executor_info: {
          ...info,
          framework_id: { value: id },
          resources: resourcesOf(poolOf(info.resources), role),
          labels: info.labels ?? {},
        },
        agent_id: { value: agentId },
      })),
    ),
  });

export function tasksV1(state: MasterState): Record<string, unknown[]> {
  const frameworks = [...state.frameworks.values(), ...state.completedFrameworks];
  return presentLists({
    tasks: frameworks.flatMap((framework) => [...framework.tasks.values()].map(taskV1)),
    unreachable_tasks: frameworks.flatMap((framework) => [...framework.unreachableTasks.values()].map(taskV1)),
    completed_tasks: frameworks.flatMap((framework) => framework.completedTasks.map(taskV1)),
  });
}

export function rolesV1(state: MasterState): Record<string, unknown[]> {
  const frameworks = [...state.frameworks.values()];
  const names = new Set(['*', ...state.weights.keys(), ...state.quotas.keys(), ...frameworks.flatMap((framework) => framework.info.roles)]);
  return {
    roles: [...names].sort().map((name) => ({
      name,
      weight: state.weights.get(name) ?? 1,
      ...presentLists({
        frameworks: frameworks.filter((framework) => framework.info.roles.includes(name)).map((framework) => ({ value: framework.id })),
      }),
    })),
  };
}

export const stateV1 = (state: MasterState): Record<string, unknown> => ({
  get_tasks: tasksV1(state),
  get_executors: executorsV1(state),
  get_frameworks: frameworksV1(state),
  get_agents: agentsV1(state),
});
