import { queryOptions } from '@tanstack/react-query';
import type { AgentFrameworkJson, ExecutorJson } from '../../api/mesos/state.ts';
import { request } from '../util/http.ts';
import { type Quantities, quantitiesOf } from './mesos-quantities.ts';
import { type MesosTask, taskOf } from './mesos-tasks.ts';

/** An executor on one agent, with what runs and ran in it. */
export interface Executor {
  id: string;
  name: string;
  source: string;
  role: string;
  frameworkId: string;
  framework: string;
  completed: boolean;
  containerId: string;
  /** Its sandbox, an absolute path on the agent. */
  directory: string;
  queued: number;
  tasks: MesosTask[];
  allocated: Quantities;
}

interface AgentState {
  frameworks?: Partial<AgentFrameworkJson>[];
  completed_frameworks?: Partial<AgentFrameworkJson>[];
  start_time?: number;
  build_time?: number;
}

export interface AgentExecutors {
  /** Milliseconds since the epoch. */
  startedAt: number | undefined;
  executors: Executor[];
}

/** From the agent itself, since the master knows no sandboxes. Fails where the agent cannot be reached. */
export const executorsQuery = (agentId: string) =>
  queryOptions({
    queryKey: ['mesos', 'agent', agentId, 'executors'],
    queryFn: async ({ signal }) => executorsOf(await request<AgentState>(`/agent/${encodeURIComponent(agentId)}/state`, { signal })),
    refetchInterval: 4_000,
  });

export function executorsOf(state: AgentState): AgentExecutors {
  const frameworks = [...(state.frameworks ?? []), ...(state.completed_frameworks ?? [])];
  return {
    startedAt: state.start_time === undefined ? undefined : state.start_time * 1000,
    executors: frameworks.flatMap((framework) => [
      ...(framework.executors ?? []).map((executor) => executorOf(executor, framework, false)),
      ...(framework.completed_executors ?? []).map((executor) => executorOf(executor, framework, true)),
    ]),
  };
}

function executorOf(executor: ExecutorJson, framework: Partial<AgentFrameworkJson>, completed: boolean): Executor {
  return {
    id: executor.id,
    name: executor.name,
    source: executor.source,
    role: executor.role,
    frameworkId: framework.id ?? '',
    framework: framework.name ?? '',
    completed,
    containerId: executor.container,
    directory: executor.directory,
    queued: executor.queued_tasks.length,
    tasks: [...executor.tasks, ...executor.completed_tasks].map(taskOf),
    allocated: quantitiesOf(executor.resources),
  };
}
