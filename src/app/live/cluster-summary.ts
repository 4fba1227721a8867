import type { ResourcesJson, StateSummaryJson, TaskCounters } from '../../api/mesos/state.ts';
import { type AgentState, agentStateOf } from './agent-state.ts';

/** Memory and disk in MB, as Mesos counts them. */
export interface Amounts {
  cpus: number;
  mem: number;
  disk: number;
}

export interface NodeSummary {
  id: string;
  hostname: string;
  active: boolean;
  state: AgentState;
  isPublic: boolean;
  registeredAt: number;
  total: Amounts;
  used: Amounts;
  tasks: TaskCounts;
  attributes: Record<string, string | number>;
  version: string;
}

/** `staging` and `running` are alive now; `finished` to `unreachable` are the ones that Mesos still remembers. */
export interface TaskCounts {
  staging: number;
  running: number;
  killing: number;
  finished: number;
  killed: number;
  failed: number;
  unreachable: number;
}

export interface ClusterSummary {
  name: string | undefined;
  nodes: NodeSummary[];
  total: Amounts;
  used: Amounts;
  tasks: TaskCounts;
  /** How many tasks each framework has now, by its id. */
  activeByFramework: Record<string, number>;
  connectedNodes: number;
}

const NO_AMOUNTS: Amounts = { cpus: 0, mem: 0, disk: 0 };
export const NO_COUNTS: TaskCounts = { staging: 0, running: 0, killing: 0, finished: 0, killed: 0, failed: 0, unreachable: 0 };

/** What the pages show of Mesos' `/state-summary`. Older masters leave fields out: what is absent counts as nothing. */
export function summarise(state: Partial<StateSummaryJson>): ClusterSummary {
  const nodes = (state.slaves ?? []).map(nodeOf);
  return {
    name: state.cluster,
    nodes,
    ...sumOfNodes(nodes),
    tasks: (state.frameworks ?? []).map(countsOf).reduce(addCounts, NO_COUNTS),
    activeByFramework: Object.fromEntries((state.frameworks ?? []).map((each) => [each.id, activeTasks(countsOf(each))])),
  };
}

/** Lost agents take their resources with them: the capacity is that of the agents that are there. */
export function sumOfNodes(nodes: readonly NodeSummary[]): Pick<ClusterSummary, 'total' | 'used' | 'connectedNodes'> {
  const present = nodes.filter((node) => node.active);
  return {
    total: sum(present.map((node) => node.total)),
    used: sum(present.map((node) => node.used)),
    connectedNodes: present.length,
  };
}

function nodeOf(slave: Partial<StateSummaryJson['slaves'][number]>): NodeSummary {
  const attributes = slave.attributes ?? {};
  return {
    id: slave.id ?? '',
    hostname: slave.hostname ?? '',
    active: slave.active ?? true,
    state: agentStateOf(slave),
    // A text attribute: the agents of DC/OS carry the word.
    isPublic: attributes['public_ip'] === 'true',
    registeredAt: (slave.registered_time ?? 0) * 1000,
    total: amountsOf(slave.resources),
    used: amountsOf(slave.used_resources),
    tasks: countsOf(slave),
    attributes,
    version: slave.version ?? '',
  };
}

function amountsOf(resources: Partial<ResourcesJson> | undefined): Amounts {
  return { cpus: resources?.cpus ?? 0, mem: resources?.mem ?? 0, disk: resources?.disk ?? 0 };
}

function sum(amounts: Amounts[]): Amounts {
  return amounts.reduce((a, b) => ({ cpus: a.cpus + b.cpus, mem: a.mem + b.mem, disk: a.disk + b.disk }), NO_AMOUNTS);
}

function countsOf(counters: Partial<TaskCounters>): TaskCounts {
  const count = (state: keyof TaskCounters) => counters[state] ?? 0;
  return {
    staging: count('TASK_STAGING') + count('TASK_STARTING'),
    running: count('TASK_RUNNING'),
    killing: count('TASK_KILLING'),
    finished: count('TASK_FINISHED'),
    killed: count('TASK_KILLED'),
    failed: count('TASK_FAILED') + count('TASK_ERROR') + count('TASK_LOST'),
    unreachable: count('TASK_UNREACHABLE'),
  };
}

export function addCounts(a: TaskCounts, b: TaskCounts): TaskCounts {
  return {
    staging: a.staging + b.staging,
    running: a.running + b.running,
    killing: a.killing + b.killing,
    finished: a.finished + b.finished,
    killed: a.killed + b.killed,
    failed: a.failed + b.failed,
    unreachable: a.unreachable + b.unreachable,
  };
}

/** The tasks that use resources now. */
export function activeTasks(tasks: TaskCounts): number {
  return tasks.staging + tasks.running + tasks.killing;
}

/** A share from 0 to 1; 0 of nothing is 0. */
export function share(used: number, total: number): number {
  return total > 0 ? used / total : 0;
}
