import { queryOptions } from '@tanstack/react-query';
import type { TaskJson } from '../../api/mesos/state.ts';
import { request } from '../util/http.ts';
import { askEvery } from './ask-every.ts';
import { mesosStore, type StreamMeta } from './mesos-store/current.ts';
import type { MesosState } from './mesos-store/mesos-state.ts';
import { type MesosTask, taskOf } from './mesos-tasks.ts';
import { shareItems } from './share-items.ts';
import { SOURCES } from './sources.ts';
import { isListed, type TaskListChoice } from './task-list.ts';

const INTERVAL_MS = 4_000;

export interface ListedTasks {
  tasks: MesosTask[];
  /** Only the newest of all tasks have been looked at. */
  cut: boolean;
}

/** The tasks of a list: all of them while the stream tells; else those among the newest `limit` that the master is asked for. */
export const listedTasksQuery = (choice: TaskListChoice, limit: number) =>
  queryOptions({
    queryKey: ['mesos', 'listed-tasks', choice, limit],
    queryFn: async ({ signal }): Promise<ListedTasks> => {
      const told = mesosStore.current();
      if (told !== undefined) return listedIn(told, choice);
      const { tasks } = await request<{ tasks: TaskJson[] }>(`/mesos/master/tasks?limit=${limit}`, { signal, timeoutMs: 30_000 });
      return { tasks: tasks.map(taskOf).filter((task) => isListed(task, choice)), cut: tasks.length === limit };
    },
    refetchInterval: () => askEvery(SOURCES.mesos, INTERVAL_MS),
    structuralSharing: shareListed,
    meta: { view: (state) => listedIn(state, choice) } satisfies StreamMeta,
  });

function listedIn({ tasks: known }: MesosState, choice: TaskListChoice): ListedTasks {
  const tasks: MesosTask[] = [];
  for (const framework of known.frameworks())
    for (const task of known.ofFramework(framework).values()) if (isListed(task, choice)) tasks.push(task);
  return { tasks, cut: false };
}

/** The answer as it was when none of its tasks has changed. */
function shareListed(before: unknown, after: unknown): unknown {
  if (!isListedTasks(before) || !isListedTasks(after) || before.cut !== after.cut) return after;
  return shareItems(before.tasks, after.tasks) === before.tasks ? before : after;
}

const isListedTasks = (value: unknown): value is ListedTasks => typeof value === 'object' && value !== null && 'tasks' in value;
