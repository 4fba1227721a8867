import { queryOptions } from '@tanstack/react-query';
import type { StateSummaryJson, TaskJson } from '../../api/mesos/state.ts';
import { request } from '../util/http.ts';
import { askEvery } from './ask-every.ts';
import { mesosStore, type StreamMeta } from './mesos-store/current.ts';
import { type MesosState, stateOf } from './mesos-store/mesos-state.ts';
import type { Tally } from './mesos-store/tally.ts';
import { type MesosTask, taskOf } from './mesos-tasks.ts';
import { SOURCES } from './sources.ts';

/** A task that an agent has now. */
export interface NodeTask extends MesosTask {
  framework: string;
}

/** What a framework has on an agent. */
export interface NodeService {
  name: string;
  tasks: number;
  cpus: number;
  mem: number;
  disk: number;
}

export interface OnNode {
  tasks: readonly NodeTask[];
  /** Those with tasks, by their names. */
  services: readonly NodeService[];
}

/** What each agent has; a new object whenever any of it may have changed, but the same answer for an agent that has not. */
export interface NodeTasks {
  of(agentId: string): OnNode;
}

const NOTHING: OnNode = { tasks: [], services: [] };
const known = new WeakMap<Tally, OnNode>();

function onNode(state: MesosState, agentId: string): OnNode {
  const tally = state.tasks.tallyOfAgent(agentId);
  const before = known.get(tally);
  if (before) return before;
  const tasks: NodeTask[] = [];
  for (const task of state.tasks.ofAgent(agentId))
    if (task.stage !== 'completed') tasks.push({ ...task, framework: state.frameworks.get(task.frameworkId) ?? task.frameworkId });
  if (tasks.length === 0) return NOTHING;
  const found = { tasks, services: servicesOf(tasks) };
  known.set(tally, found);
  return found;
}

function servicesOf(tasks: readonly NodeTask[]): NodeService[] {
  const services = [
    ...Map.groupBy(
      tasks.filter(({ stage }) => stage === 'active'),
      ({ framework }) => framework,
    ),
  ].map(([name, own]) => ({
    name,
    tasks: own.length,
    cpus: own.reduce((sum, { resources }) => sum + resources.cpus, 0),
    mem: own.reduce((sum, { resources }) => sum + resources.mem, 0),
    disk: own.reduce((sum, { resources }) => sum + resources.disk, 0),
  }));
  return services.sort((a, b) => (a.name < b.name ? -1 : 1));
}

let last: { state: MesosState; version: number; tasks: NodeTasks } | undefined;

/** The same object as long as nothing has changed. */
export function nodeTasksOf(state: MesosState): NodeTasks {
  if (last?.state === state && last.version === state.version) return last.tasks;
  const tasks: NodeTasks = { of: (agentId) => onNode(state, agentId) };
  last = { state, version: state.version, tasks };
  return tasks;
}

const INTERVAL_MS = 4_000;
/** More than any cluster has; masters send at most 100 without it. */
const ALL = 1_000_000;

/** The tasks of all agents: as the stream tells them, else as they are asked for. */
export const nodeTasksQuery = queryOptions({
  queryKey: ['mesos', 'node-tasks'],
  queryFn: async ({ signal }): Promise<NodeTasks> => {
    // all tasks by themselves would be as much again as the stream brings at its beginning
    const told = await mesosStore.soon(signal);
    if (told !== undefined) return nodeTasksOf(told);
    const [{ tasks }, { frameworks }] = await Promise.all([
      request<{ tasks: TaskJson[] }>(`/mesos/master/tasks?limit=${ALL}`, { signal, timeoutMs: 30_000 }),
      request<Pick<StateSummaryJson, 'frameworks'>>('/mesos/master/state-summary', { signal, timeoutMs: 30_000 }),
    ]);
    const names = frameworks.map(({ id, name }): [string, string] => [id, name]);
    return nodeTasksOf(stateOf({ tasks: tasks.map(taskOf), frameworks: names, executors: [], heartbeatSeconds: undefined }));
  },
  refetchInterval: () => askEvery(SOURCES.mesos, INTERVAL_MS),
  structuralSharing: false,
  meta: { view: nodeTasksOf } satisfies StreamMeta,
});
