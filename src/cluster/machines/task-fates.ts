import type { Fetch } from '../../api/http/fetch.ts';
import type { TaskFate } from '../../api/machines/operations.ts';
import { taskFates, type AgentRoom, type AppNeeds } from '../../api/machines/task-fates.ts';
import type { MasterStateJson } from '../../api/mesos/state.ts';

export interface FateSources {
  mesos: Fetch;
  marathon: Fetch;
}

type App = AppNeeds & { tasks?: { id: string }[] };

const read = async <T>(fetch: Fetch, path: string): Promise<T | undefined> => {
  const response = await fetch(new Request(`http://cluster${path}`));
  return response.ok ? ((await response.json()) as T) : undefined;
};

/** What becomes of the tasks of machines that go, by the ids of their agents: asked of master and Marathon as any client would. Before they are up there are no tasks. */
export async function fatesOnMachines({ mesos, marathon }: FateSources, going: ReadonlyMap<string, string>): Promise<TaskFate[]> {
  const [state, slaves, apps] = await Promise.all([
    read<MasterStateJson>(mesos, '/state'),
    read<{ slaves: AgentRoom[] }>(mesos, '/slaves'),
    read<{ apps: App[] }>(marathon, '/v2/apps?embed=apps.tasks'),
  ]);
  if (!state || !slaves) return [];
  const byTask = new Map(apps?.apps.flatMap((app) => (app.tasks ?? []).map(({ id }) => [id, app] as const)));
  const tasks = state.frameworks.flatMap(({ name: framework, tasks: all }) =>
    all.flatMap(({ id, name, resources, slave_id: agentId }) => {
      const machine = going.get(agentId);
      return machine === undefined ? [] : [{ id, name, framework, machine, resources, app: byTask.get(id) }];
    }),
  );
  return taskFates(tasks, slaves.slaves, (id) => going.has(id));
}
