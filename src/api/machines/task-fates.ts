import { placeTasks, type Needs, type Room } from '../mesos/placement.ts';
import { poolOf, subtractPools } from '../mesos/quantities.ts';
import type { Resource } from '../mesos/resources.ts';
import type { ResourcesJson } from '../mesos/state.ts';
import type { TaskFate } from './operations.ts';

/** What becomes of tasks whose agents go: estimated from what master and Marathon tell everybody. */

/** What `/slaves` of the master has of an agent, as far as it matters here. */
export interface AgentRoom {
  id: string;
  hostname: string;
  active: boolean;
  deactivated?: boolean;
  drain_info?: unknown;
  reserved_resources_full: Record<string, Resource[]>;
  unreserved_resources_full: Resource[];
  used_resources_full: Resource[];
}

/** What `/v2/apps` of Marathon has of an app, as far as it matters here. */
export interface AppNeeds {
  acceptedResourceRoles?: readonly string[] | null | undefined;
  container?: { volumes?: readonly { persistent?: unknown }[] | undefined } | null | undefined;
  unreachableStrategy?: unknown;
}

export interface GoingTask {
  id: string;
  name: string;
  /** The name of its framework. */
  framework: string;
  /** What its machine is called in the answer. */
  machine: string;
  resources: Pick<ResourcesJson, 'cpus' | 'mem' | 'disk' | 'gpus' | 'ports'>;
  /** Of a task of Marathon, where it is known. */
  app: AppNeeds | undefined;
}

const MARATHON = 'marathon';

/** `agents`: all of the master; `isGoing` tells which ones go. */
export function taskFates(tasks: readonly GoingTask[], agents: readonly AgentRoom[], isGoing: (agentId: string) => boolean): TaskFate[] {
  const takes = ({ id, active, deactivated, drain_info: drain }: AgentRoom): boolean =>
    active && deactivated !== true && drain === undefined && !isGoing(id);
  const movable = tasks.filter(({ framework, app }) => framework === MARATHON && !isBound(app));
  const places = placeTasks(new Map(movable.map((task) => [task.id, needsOf(task)])), agents.filter(takes).map(roomOf));
  return tasks.map(({ id, name, framework, machine, app }) => {
    const to = places.get(id);
    const fate = framework !== MARATHON ? 'framework' : isBound(app) ? 'bound' : to === undefined ? 'waits' : 'moves';
    return { id, name, framework, machine, fate, ...(to !== undefined && { to }) };
  });
}

/** Its data is on the agent, or it is to wait for an agent that cannot be reached. */
const isBound = (app: AppNeeds | undefined): boolean =>
  app?.unreachableStrategy === 'disabled' || (app?.container?.volumes ?? []).some(({ persistent }) => persistent !== undefined);

function roomOf({
  hostname,
  unreserved_resources_full: unreserved,
  reserved_resources_full: reserved,
  used_resources_full: used,
}: AgentRoom): Room {
  return { name: hostname, free: subtractPools(poolOf([...unreserved, ...Object.values(reserved).flat()]), poolOf(used)) };
}

function needsOf({ resources: { cpus, mem, disk, gpus, ports }, app }: GoingTask): Needs {
  return { amounts: { cpus, mem, disk, gpus }, ports: portCount(ports), roles: app?.acceptedResourceRoles ?? ['*'] };
}

/** `[31000-31005, 31010-31010]` */
const portCount = (text = ''): number =>
  [...text.matchAll(/(\d+)-(\d+)/g)].reduce((sum, [, begin, end]) => sum + Number(end) - Number(begin) + 1, 0);
