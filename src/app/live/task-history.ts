import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from '../util/http.ts';

/** An answer that a newer one has replaced is let go of soon: a crash loop makes a new one every few seconds. */
const SEEN_KEPT_MS = 10_000;

/** One state that a task was in. `at`: when it entered it, in milliseconds since the epoch. */
export interface TaskStatus {
  state: string;
  at: number;
  /** What the executor or the agent said about it. */
  message: string | undefined;
  /** Mesos' name for why: `REASON_CONTAINER_LIMITATION_MEMORY`. */
  reason: string | undefined;
}

/** A task as Mesos remembers it, running or ended. */
export interface TaskHistory {
  id: string;
  frameworkId: string;
  agentId: string;
  state: string;
  /** Oldest first. */
  statuses: TaskStatus[];
}

const seconds = z.pipe(
  z.optional(z.number()),
  z.transform((value) => (value ?? 0) * 1000),
);

const masterTaskSchema = z.pipe(
  z.looseObject({
    id: z.string(),
    framework_id: z.string(),
    slave_id: z.string(),
    state: z.string(),
    statuses: z.optional(z.array(z.looseObject({ state: z.string(), timestamp: seconds }))),
  }),
  z.transform((task): TaskHistory => ({
    id: task.id,
    frameworkId: task.framework_id,
    agentId: task.slave_id,
    state: task.state,
    statuses: (task.statuses ?? []).map(({ state, timestamp }) => ({ state, at: timestamp, message: undefined, reason: undefined })),
  })),
);
const masterTasksSchema = z.object({ tasks: z.array(masterTaskSchema) });

/** One task as the master remembers it; null when it has forgotten it. */
export const masterTaskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['mesos', 'task', taskId],
    queryFn: async ({ signal }) => {
      const { tasks } = await request(`/mesos/master/tasks?task_id=${encodeURIComponent(taskId)}`, { schema: masterTasksSchema, signal });
      // Masters of before 1.4 do not filter.
      return tasks.find(({ id }) => id === taskId) ?? null;
    },
    refetchInterval: 10_000,
  });

const valueSchema = z.looseObject({ value: z.string() });
const agentTaskSchema = z.pipe(
  z.looseObject({
    task_id: valueSchema,
    framework_id: valueSchema,
    agent_id: valueSchema,
    state: z.string(),
    statuses: z.optional(
      z.array(z.looseObject({ state: z.string(), timestamp: seconds, message: z.optional(z.string()), reason: z.optional(z.string()) })),
    ),
  }),
  z.transform((task): TaskHistory => ({
    id: task.task_id.value,
    frameworkId: task.framework_id.value,
    agentId: task.agent_id.value,
    state: task.state,
    statuses: (task.statuses ?? []).map(({ state, timestamp, message, reason }) => ({ state, at: timestamp, message, reason })),
  })),
);
const tasks = z.optional(z.array(agentTaskSchema));
const agentTasksSchema = z.object({
  get_tasks: z.object({
    pending_tasks: z.optional(z.unknown()),
    queued_tasks: tasks,
    launched_tasks: tasks,
    terminated_tasks: tasks,
    completed_tasks: tasks,
  }),
});

/** All tasks that an agent remembers, by id: unlike the master's list with what was said at each state. `seen` as of the latest tasks. */
export const agentHistoryQuery = (agentId: string, seen = '') =>
  queryOptions({
    queryKey: ['mesos', 'agent', agentId, 'history', seen],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, TaskHistory>> => {
      const { get_tasks: lists } = await request(`/agent/${encodeURIComponent(agentId)}/api/v1`, {
        method: 'POST',
        body: { type: 'GET_TASKS' },
        schema: agentTasksSchema,
        signal,
      });
      const all = [lists.queued_tasks, lists.launched_tasks, lists.terminated_tasks, lists.completed_tasks].flatMap((list) => list ?? []);
      return new Map(all.map((task) => [task.id, task]));
    },
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
    gcTime: SEEN_KEPT_MS,
    // A Map is compared by identity only.
    structuralSharing: false,
  });

/** Of all frameworks' tasks the latest ones: enough to look back, little enough to read. */
const REMEMBERED = 1_000;

/** The latest tasks that the master remembers. `seen`: anything that changes when there is something new to see. */
export const rememberedTasksQuery = (seen: string) =>
  queryOptions({
    queryKey: ['mesos', 'tasks', seen],
    queryFn: async ({ signal }) =>
      (await request(`/mesos/master/tasks?limit=${REMEMBERED}&order=des`, { schema: masterTasksSchema, signal, timeoutMs: 30_000 })).tasks,
    placeholderData: keepPreviousData,
    gcTime: SEEN_KEPT_MS,
    refetchInterval: 30_000,
  });
