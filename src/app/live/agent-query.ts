import { queryOptions } from '@tanstack/react-query';
import type { AgentFrameworkJson, TaskJson } from '../../api/mesos/state.ts';
import { request } from '../util/http.ts';

const INTERVAL_MS = 4_000;

export interface AgentTask {
  id: string;
  name: string;
  framework: string;
  state: string;
  cpus: number;
  mem: number;
  /** When it entered its state; milliseconds since the epoch. */
  since: number;
}

interface AgentState {
  frameworks?: Partial<AgentFrameworkJson>[];
}

/** The tasks on one agent, from the agent itself: the master's `/state` holds those of all agents. */
export const agentTasksQuery = (agentId: string) =>
  queryOptions({
    queryKey: ['mesos', 'agent', agentId, 'tasks'],
    queryFn: async ({ signal }) => tasksOf(await request<AgentState>(`/agent/${encodeURIComponent(agentId)}/state`, { signal })),
    refetchInterval: INTERVAL_MS,
  });

export function tasksOf(state: AgentState): AgentTask[] {
  return (state.frameworks ?? []).flatMap((framework) =>
    (framework.executors ?? []).flatMap((executor) => executor.tasks.map((task) => agentTask(task, framework.name ?? ''))),
  );
}

function agentTask(task: TaskJson, framework: string): AgentTask {
  return {
    id: task.id,
    name: task.name,
    framework,
    state: task.state,
    cpus: task.resources.cpus,
    mem: task.resources.mem,
    since: (task.statuses.at(-1)?.timestamp ?? 0) * 1000,
  };
}
