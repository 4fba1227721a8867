import { taskLabels } from '../../api/mesos/legacy-json.ts';
import { resourcesOf } from '../../api/mesos/quantities.ts';
import { AGENT_CAPABILITIES } from '../libprocess/build.ts';
import type { AgentEntry, FrameworkEntry, MasterState, TaskEntry } from './state.ts';

/** The operator API's JSON: `{value}` ids, resources as lists, times in nanoseconds. Empty lists are absent, as protobuf leaves them out. */

const nanoseconds = (ms: number): { nanoseconds: number } => ({ nanoseconds: Math.round(ms * 1e6) });

const lists = (parts: Record<string, unknown[]>): Record<string, unknown[]> =>
  Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0));

export function taskV1(entry: TaskEntry): Record<string, unknown> {
  const { frameworkId, agentId, task, role, state, statuses } = entry;
  const newest = statuses.at(-1);
  const labels = taskLabels(task, statuses);
  return {
    name: task.name,
    task_id: task.task_id,
    framework_id: { value: frameworkId },
    agent_id: { value: agentId },
    state,
    resources: task.resources.map((resource) => ({ ...resource, allocation_info: { role } })),
    ...lists({ statuses: [...statuses] }),
    ...(newest && { status_update_state: newest.state }),
    ...(newest?.uuid !== undefined && { status_update_uuid: newest.uuid }),
    ...(labels.length > 0 && { labels: { labels } }),
    ...(task.discovery && { discovery: task.discovery }),
    ...(task.container && { container: task.container }),
    ...(task.health_check && { health_check: task.health_check }),
    ...(task.kill_policy && { kill_policy: task.kill_policy }),
  };
}

export function agentV1(agent: AgentEntry): Record<string, unknown> {
  const { registration } = agent;
  return {
    agent_info: {
      id: { value: agent.id },
      hostname: registration.hostname,
      port: registration.port,
      resources: registration.resources,
      ...lists({ attributes: registration.attributes }),
    },
    active: agent.commands !== undefined,
    deactivated: false,
    version: registration.version,
    pid: agent.pid,
    registered_time: nanoseconds(agent.registeredAt),
    ...(agent.reregisteredAt !== undefined && { reregistered_time: nanoseconds(agent.reregisteredAt) }),
    total_resources: resourcesOf(agent.total),
    ...lists({ allocated_resources: resourcesOf(agent.used), offered_resources: resourcesOf(agent.offered) }),
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
    ...lists({ allocated_resources: resourcesOf(framework.used), offered_resources: resourcesOf(framework.offered) }),
  };
}

export const agentsV1 = (state: MasterState): Record<string, unknown[]> =>
  lists({
    agents: [...state.agents.values()].map(agentV1),
    recovered_agents: [...state.recoveredAgents.values()].map(({ id, registration }) => ({
      id: { value: id },
      hostname: registration.hostname,
      port: registration.port,
      resources: registration.resources,
    })),
  });

export const frameworksV1 = (state: MasterState): Record<string, unknown[]> =>
  lists({ frameworks: [...state.frameworks.values()].map(frameworkV1), completed_frameworks: state.completedFrameworks.map(frameworkV1) });

/** Command and Docker tasks have no executor that the master would know of. */
export const executorsV1 = (): Record<string, unknown[]> => ({});

export function tasksV1(state: MasterState): Record<string, unknown[]> {
  const frameworks = [...state.frameworks.values(), ...state.completedFrameworks];
  return lists({
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
      ...lists({
        frameworks: frameworks.filter((framework) => framework.info.roles.includes(name)).map((framework) => ({ value: framework.id })),
      }),
    })),
  };
}

export const stateV1 = (state: MasterState): Record<string, unknown> => ({
  get_tasks: tasksV1(state),
  get_executors: executorsV1(),
  get_frameworks: frameworksV1(state),
  get_agents: agentsV1(state),
});
