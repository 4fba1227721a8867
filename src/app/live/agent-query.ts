import { queryOptions } from '@tanstack/react-query';
import type { AgentFrameworkJson, TaskJson } from '../../api/mesos/state.ts';
import { request } from '../util/http.ts';
import { askEvery } from './ask-every.ts';
import { mesosStore, type StreamMeta } from './mesos-store/current.ts';
import type { MesosState } from './mesos-store/mesos-state.ts';
import { SOURCES } from './sources.ts';

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
    queryFn: async ({ signal }): Promise<AgentTask[]> => {
      const told = mesosStore.current();
      return told === undefined
        ? tasksOf(await request<AgentState>(`/agent/${encodeURIComponent(agentId)}/state`, { signal }))
        : toldTasks(told, agentId);
    },
    refetchInterval: () => askEvery(SOURCES.mesos, INTERVAL_MS),
    meta: { view: (state) => toldTasks(state, agentId) } satisfies StreamMeta,
  });

/** Those that are not over, as the master's stream tells them. */
function toldTasks({ tasks, frameworks }: MesosState, agentId: string): AgentTask[] {
  return [...tasks.ofAgent(agentId)]
    .filter(({ stage }) => stage === 'active')
    .map(({ id, name, frameworkId, state, changedAt, resources }) => ({
      id,
      name,
      framework: frameworks.get(frameworkId) ?? '',
      state,
      cpus: resources.cpus,
      mem: resources.mem,
      since: changedAt ?? 0,
    }));
}

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
