import { queryOptions } from '@tanstack/react-query';
import { type AgentRoom, type AppNeeds, type GoingTask, taskFates } from '../../api/machines/task-fates.ts';
import type { TaskFate } from '../../api/machines/operations.ts';
import { ApiError, request } from '../util/http.ts';
import { MARATHON_API } from './marathon-queries.ts';
import { marathonIdOfTask } from './marathon-task-id.ts';
import { nodeTasksQuery } from './node-tasks.ts';

type MarathonApp = AppNeeds & { id: string };

/** Without a Marathon nothing is known of what tasks need beside their resources. */
async function readApps(signal: AbortSignal): Promise<MarathonApp[]> {
  try {
    return (await request<{ apps: MarathonApp[] }>(`${MARATHON_API}/apps`, { signal, timeoutMs: 30_000 })).apps;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

const INTERVAL_MS = 10_000;

/** What would become of the tasks of an agent that is drained, by what master and Marathon tell; null for an agent that is not there. */
export const drainPreviewQuery = (agentId: string) =>
  queryOptions({
    queryKey: ['mesos', 'drain-preview', agentId],
    queryFn: async ({ signal, client }): Promise<TaskFate[] | null> => {
      const [onNodes, { slaves }, apps] = await Promise.all([
        client.fetchQuery(nodeTasksQuery),
        request<{ slaves: AgentRoom[] }>('/mesos/master/slaves', { signal, timeoutMs: 30_000 }),
        readApps(signal),
      ]);
      const machine = slaves.find(({ id }) => id === agentId)?.hostname;
      if (machine === undefined) return null;
      const byId = new Map(apps.map((app) => [app.id, app]));
      const tasks = onNodes.of(agentId).tasks.map(({ id, name, framework, resources }): GoingTask => {
        const { cpus, mem, disk, gpus } = resources;
        return { id, name, framework, machine, resources: { cpus, mem, disk, gpus }, app: byId.get(marathonIdOfTask(id) ?? '') };
      });
      return taskFates(tasks, slaves, (id) => id === agentId);
    },
    refetchInterval: INTERVAL_MS,
    retry: false,
  });
