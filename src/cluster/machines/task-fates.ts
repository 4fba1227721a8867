import type { Fetch } from '../../api/http/fetch.ts';
import type { TaskFate } from '../../api/machines/operations.ts';
import { placeTasks, type Needs, type Room } from '../../api/mesos/placement.ts';
import { poolOf, subtractPools } from '../../api/mesos/quantities.ts';
import type { Resource } from '../../api/mesos/resources.ts';
import type { MasterStateJson, SlaveJson, TaskJson } from '../../api/mesos/state.ts';

/** What becomes of the tasks of machines that go: asked of master and Marathon as any client would. */

export interface FateSources {
  mesos: Fetch;
  marathon: Fetch;
}

type FullSlave = SlaveJson & {
  reserved_resources_full: Record<string, Resource[]>;
  unreserved_resources_full: Resource[];
  used_resources_full: Resource[];
};

interface MarathonApp {
  acceptedResourceRoles?: string[] | null;
  residency?: unknown;
  container?: { volumes?: { persistent?: unknown }[] } | null;
  unreachableStrategy?: unknown;
  tasks?: { id: string }[];
}

const read = async <T>(fetch: Fetch, path: string): Promise<T | undefined> => {
  const response = await fetch(new Request(`http://cluster${path}`));
  return response.ok ? ((await response.json()) as T) : undefined;
};

/** `going`: the machines by the ids of their agents. Nothing is known before master and Marathon are up: no tasks then. */
export async function taskFates({ mesos, marathon }: FateSources, going: ReadonlyMap<string, string>): Promise<TaskFate[]> {
  const [state, slaves, apps] = await Promise.all([
    read<MasterStateJson>(mesos, '/state'),
    read<{ slaves: FullSlave[] }>(mesos, '/slaves'),
    read<{ apps: MarathonApp[] }>(marathon, '/v2/apps?embed=apps.tasks'),
  ]);
  if (!state || !slaves) return [];
  const byTask = new Map(apps?.apps.flatMap((app) => (app.tasks ?? []).map(({ id }) => [id, app] as const)));
  const tasks = state.frameworks.flatMap(({ name, tasks: all }) =>
    all.filter(({ slave_id: id }) => going.has(id)).map((task) => ({ task, framework: name, app: byTask.get(task.id) })),
  );
  const movable = tasks.filter(({ framework, app }) => framework === MARATHON && !isBound(app));
  const rooms = slaves.slaves
    .filter(({ id, active, deactivated, drain_info: drain }) => active && !deactivated && !drain && !going.has(id))
    .map(roomOf);
  const places = placeTasks(new Map(movable.map(({ task, app }) => [task.id, needsOf(task, app)])), rooms);
  return tasks.map(({ task, framework, app }) => {
    const { id, name } = task;
    const to = places.get(id);
    const fate = framework !== MARATHON ? 'framework' : isBound(app) ? 'bound' : to === undefined ? 'waits' : 'moves';
    return { id, name, framework, machine: going.get(task.slave_id) ?? '', fate, ...(to !== undefined && { to }) };
  });
}

const MARATHON = 'marathon';

/** Its data is on the agent, or it is to wait for an agent that cannot be reached. */
const isBound = (app: MarathonApp | undefined): boolean =>
  app?.unreachableStrategy === 'disabled' || (app?.container?.volumes ?? []).some(({ persistent }) => persistent !== undefined);

function roomOf(slave: FullSlave): Room {
  const total = poolOf([...slave.unreserved_resources_full, ...Object.values(slave.reserved_resources_full).flat()]);
  return { name: slave.hostname, free: subtractPools(total, poolOf(slave.used_resources_full)) };
}

function needsOf({ resources: { cpus, mem, disk, gpus, ports } }: TaskJson, app: MarathonApp | undefined): Needs {
  return { amounts: { cpus, mem, disk, gpus }, ports: portCount(ports), roles: app?.acceptedResourceRoles ?? ['*'] };
}

/** `[31000-31005, 31010-31010]` */
const portCount = (text = ''): number =>
  [...text.matchAll(/(\d+)-(\d+)/g)].reduce((sum, [, begin, end]) => sum + Number(end) - Number(begin) + 1, 0);
