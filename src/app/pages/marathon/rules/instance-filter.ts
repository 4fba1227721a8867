import type { Task } from '../../../live/marathon-wire.ts';
import { healthOf, type InstanceHealth } from './app-facts.ts';
import { hostName, type Machines } from './machines.ts';

export const INSTANCE_HEALTHS = ['healthy', 'unhealthy', 'unknown'] as const satisfies readonly InstanceHealth[];

/** Which instances are shown; an empty text leaves that part open. */
export interface InstanceFilter {
  /** In the language of all tables' filters. */
  text: string;
  /** By name (`a1`) or by the host as Mesos calls it. */
  host: string;
  port: string;
  /** As Mesos calls it: `TASK_RUNNING`. */
  state: string;
  health: string;
  version: string;
}

export const NO_FILTER: InstanceFilter = { text: '', host: '', port: '', state: '', health: '', version: '' };
export const FILTER_KEYS = Object.keys(NO_FILTER) as (keyof InstanceFilter)[];

export const isFiltered = (filter: InstanceFilter): boolean => FILTER_KEYS.some((key) => filter[key].trim() !== '');

/** Whether an instance is of what was chosen; what is written in the text is another question (`instance-fields.ts`). */
export function matchesInstance(task: Task, filter: InstanceFilter, machines: Machines): boolean {
  const hosts = hostsOf(task, machines);
  return (
    (filter.host === '' || hosts.includes(filter.host)) &&
    (filter.port === '' || task.ports.some((port) => String(port).startsWith(filter.port.trim()))) &&
    (filter.state === '' || task.state === filter.state) &&
    (filter.health === '' || healthOf(task) === filter.health) &&
    (filter.version === '' || task.version === filter.version)
  );
}

const hostsOf = (task: Task, machines: Machines): string[] => (task.host ? [hostName(machines, task.host), task.host] : []);

/** What there is to choose from, in order; versions newest first. */
export interface InstanceOptions {
  hosts: string[];
  states: string[];
  versions: string[];
}

export function instanceOptions(tasks: readonly Task[], machines: Machines): InstanceOptions {
  return {
    hosts: distinct(tasks.map(({ host }) => host && hostName(machines, host))),
    states: distinct(tasks.map(({ state }) => state)),
    versions: distinct(tasks.map(({ version }) => version)).reverse(),
  };
}

function distinct(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== undefined && value !== null && value !== ''))].sort();
}
