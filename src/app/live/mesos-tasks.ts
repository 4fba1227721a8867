import { queryOptions } from '@tanstack/react-query';
import type { TaskJson } from '../../api/mesos/state.ts';
import { request } from '../util/http.ts';
import { askEvery } from './ask-every.ts';
import { type Quantities, quantitiesOf } from './mesos-quantities.ts';
import { mesosStore, type StreamMeta } from './mesos-store/current.ts';
import { newestTasks } from './mesos-store/views.ts';
import { stageOf, type TaskStage } from './task-stage.ts';
import type { TaskV1 } from './mesos-wire.ts';
import { shareItems } from './share-items.ts';
import { SOURCES } from './sources.ts';

/** A task as Mesos' pages show it. Times in milliseconds since the epoch. */
export interface MesosTask {
  id: string;
  name: string;
  frameworkId: string;
  agentId: string;
  /** What the agent calls its executor: a command has one of its own with the task's id. */
  executorId: string;
  role: string;
  /** Like TASK_RUNNING. */
  state: string;
  stage: TaskStage;
  /** undefined without health checks. */
  healthy: boolean | undefined;
  startedAt: number | undefined;
  stoppedAt: number | undefined;
  /** When it entered its state. */
  changedAt: number | undefined;
  resources: Quantities;
}

/** How many tasks a list asks for at first: the newest. A master may know tens of thousands. */
export const TASKS_AT_FIRST = 1_000;
const INTERVAL_MS = 4_000;
const REREAD_MS = 30_000;

/** The newest tasks of all frameworks or of one, those that ended too. */
export const tasksQuery = (limit: number, frameworkId?: string) =>
  queryOptions({
    queryKey: ['mesos', 'tasks', frameworkId ?? '', limit],
    queryFn: async ({ signal }): Promise<MesosTask[]> => {
      const told = mesosStore.current();
      if (told !== undefined) return newestTasks(told, limit, frameworkId);
      const framework = frameworkId === undefined ? '' : `&framework_id=${encodeURIComponent(frameworkId)}`;
      const { tasks } = await request<{ tasks: TaskJson[] }>(`/mesos/master/tasks?limit=${limit}${framework}`, {
        signal,
        timeoutMs: 30_000,
      });
      // Masters of before 1.6 do not filter.
      return tasks.map(taskOf).filter((task) => frameworkId === undefined || task.frameworkId === frameworkId);
    },
    refetchInterval: () => askEvery(SOURCES.mesos, INTERVAL_MS),
    structuralSharing: shareItems,
    meta: { view: (state) => newestTasks(state, limit, frameworkId) } satisfies StreamMeta,
  });

/** One task; null when the master has forgotten it or never knew it. */
export const taskQuery = (frameworkId: string, taskId: string) =>
  queryOptions({
    queryKey: ['mesos', 'task', frameworkId, taskId],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ framework_id: frameworkId, task_id: taskId, limit: '100000' });
      const { tasks } = await request<{ tasks: TaskJson[] }>(`/mesos/master/tasks?${query}`, { signal });
      const task = tasks.find(({ id, framework_id: framework }) => id === taskId && framework === frameworkId);
      return task === undefined ? null : { ...taskOf(task), statuses: task.statuses, labels: task.labels ?? [] };
    },
    // what the stream tells of it makes it be read again
    refetchInterval: () => askEvery(SOURCES.mesos, INTERVAL_MS),
    meta: { view: () => undefined, rereadMs: () => REREAD_MS } satisfies StreamMeta,
  });

/** Statuses with their reasons and messages, which only the agent's operator API tells. Seconds since the epoch. */
export const statusHistoryQuery = (agentId: string, taskId: string) =>
  queryOptions({
    queryKey: ['mesos', 'agent', agentId, 'statuses', taskId],
    queryFn: async ({ signal }) => {
      const answer = await request<{ get_tasks: Record<string, TaskV1[] | undefined> }>(`/agent/${encodeURIComponent(agentId)}/api/v1`, {
        method: 'POST',
        body: { type: 'GET_TASKS' },
        signal,
      });
      const task = Object.values(answer.get_tasks)
        .flatMap((tasks) => tasks ?? [])
        .find(({ task_id: id }) => id.value === taskId);
      return task?.statuses ?? null;
    },
    refetchInterval: INTERVAL_MS,
  });

export function taskOf(task: TaskJson): MesosTask {
  const stage = stageOf(task.state);
  const ended = stage === 'completed';
  const first = task.statuses[0]?.timestamp;
  const last = task.statuses.at(-1);
  const started = task.statuses.find(({ state }) => stageOf(state) !== 'completed')?.timestamp ?? (ended ? undefined : first);
  return {
    id: task.id,
    name: task.name,
    frameworkId: task.framework_id,
    agentId: task.slave_id,
    executorId: task.executor_id === '' ? task.id : task.executor_id,
    role: task.role,
    state: task.state,
    stage,
    healthy: last?.healthy,
    startedAt: started === undefined ? undefined : started * 1000,
    stoppedAt: ended && last ? last.timestamp * 1000 : undefined,
    changedAt: last && last.timestamp * 1000,
    resources: quantitiesOf(task.resources),
  };
}
