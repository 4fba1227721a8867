import type { TaskParts } from '../../api/mesos/legacy-json.ts';
import type { InverseOfferStatus, MachineId, MaintenanceSchedule } from '../../api/mesos/maintenance.ts';
import type { Pool } from '../../api/mesos/quantities.ts';
import type { Range } from '../../api/mesos/resources.ts';
import type { FrameworkInfo, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import type { ExecutorInfo, TaskStatus } from '../../api/mesos/task.ts';
import type { Timer } from '../kernel/clock.ts';
import type { AgentCommands, AgentRegistration } from './agent-link.ts';
import type { InverseOffer } from './inverse-offers.ts';
import type { Quota } from './quota-rules.ts';
import type { Tally } from './tally.ts';

/** Everything that the master knows. Times are milliseconds since the epoch. */
export interface MasterState {
  readonly id: string;
  readonly clusterName: string;
  /** How many masters the cluster has, leading or not. */
  readonly masters: number;
  readonly version: string;
  readonly hostname: string;
  readonly ip: string;
  readonly port: number;
  /** The machine that it runs on; memory in MB. */
  readonly machine: { cpus: number; memory: number };
  readonly startedAt: number;
  /** Agents that registered, connected or not. */
  readonly agents: Map<string, AgentEntry>;
  /** Agents of before this master's start that have not come back yet. */
  readonly recoveredAgents: Map<string, AgentRecord>;
  readonly unreachableAgents: Map<string, AgentRecord>;
  /** Marked gone by an operator, with when; they may not register again. Oldest first. */
  readonly goneAgents: Map<string, number>;
  readonly frameworks: Map<string, FrameworkEntry>;
  /** Oldest first. */
  readonly completedFrameworks: FrameworkEntry[];
  readonly offers: Map<string, OfferEntry>;
  readonly counters: MasterCounters;
  readonly weights: Map<string, number>;
  readonly maintenance: Maintenance;
  /** By role. */
  readonly quotas: Map<string, Quota>;
  /** What agents have in all, and what is allocated to tasks, without ports. Kept step by step, never summed up over tasks. */
  total: Pool;
  used: Pool;
}

export interface Maintenance {
  schedule: MaintenanceSchedule;
  /** Machines that are down, by their key. */
  readonly down: Map<string, MachineId>;
  /** Those that frameworks still have to answer, by id; what they have answered, by agent and framework. */
  readonly inverseOffers: Map<string, InverseOffer>;
  readonly answers: Map<string, Map<string, InverseOfferStatus>>;
}

/** Ids given out so far, and what `/metrics/snapshot` counts since the start. */
export interface MasterCounters {
  agents: number;
  frameworks: number;
  offers: number;
  metrics: Map<string, number>;
}

/** What is stored about an agent. */
export interface AgentRecord {
  id: string;
  registration: Omit<AgentRegistration, 'tasks' | 'frameworks' | 'agentId' | 'total'>;
  registeredAt: number;
  reregisteredAt?: number;
  /** By an operator: nothing of it is offered. */
  deactivated?: true;
  drain?: Drain;
}

/** An operator wants it empty. */
export interface Drain {
  /** `DRAINED` once the last task has ended. */
  state: 'DRAINING' | 'DRAINED';
  /** The longest that a task may take to end. */
  maxGraceMs?: number;
  /** It will not come back. */
  markGone: boolean;
  startedAt: number;
}

export interface AgentEntry extends AgentRecord {
  pid: string;
  /** undefined while the agent is disconnected. */
  commands: AgentCommands | undefined;
  total: Pool;
  used: Pool;
  offered: Pool;
  /** total - used - offered. */
  free: Pool;
  tasks: Map<string, TaskEntry>;
  offers: Set<string>;
  tally: Tally;
  /** Number of its tasks in memory by framework. */
  frameworks: Map<string, number>;
  /** Kills asked for while it was away. */
  owedKills: Map<string, { frameworkId: string; taskId: string }>;
  removal: Timer | undefined;
}

/** What is stored about a framework. */
export interface FrameworkRecord {
  id: string;
  info: FrameworkInfo;
  registeredAt: number;
  reregisteredAt?: number;
  unregisteredAt?: number;
}

export interface FrameworkEntry extends FrameworkRecord {
  /** Where libprocess would reach the scheduler; undefined for one that came by HTTP. */
  pid: string | undefined;
  send: ((event: SchedulerEvent) => void) | undefined;
  /** Known from before this master's start, and not subscribed again yet. */
  recovered: boolean;
  suppressedRoles: Set<string>;
  tasks: Map<string, TaskEntry>;
  unreachableTasks: Map<string, TaskEntry>;
  /** Oldest first. */
  completedTasks: TaskEntry[];
  offers: Set<string>;
  /** Without ports, as is `offered`; the ports in use are kept by agent. */
  used: Pool;
  usedPorts: Map<string, Range[]>;
  /** Executors of task groups with how many live tasks each has. */
  executors: Map<string, ExecutorEntry>;
  offered: Pool;
  tally: Tally;
  /** Number of its tasks in memory by agent. */
  agents: Map<string, number>;
  failover: Timer | undefined;
}

export interface ExecutorEntry {
  info: ExecutorInfo;
  agentId: string;
  role: string;
  tasks: number;
}

export interface TaskEntry extends TaskParts {
  statuses: TaskStatus[];
  /** The resources are free again though the end may not be acknowledged. */
  released: boolean;
}

export interface OfferEntry {
  id: string;
  frameworkId: string;
  agentId: string;
  role: string;
  pool: Pool;
}

/** Its resources may be offered. */
export const isInService = (agent: AgentEntry): boolean => agent.commands !== undefined && agent.deactivated !== true;

export const isDraining = (record: AgentRecord): record is AgentRecord & { drain: Drain } => record.drain?.state === 'DRAINING';

export const taskKey = (frameworkId: string, taskId: string): string => `${frameworkId} ${taskId}`;

export const hasCapability = (info: FrameworkInfo, type: string): boolean =>
  info.capabilities?.some((capability) => capability.type === type) ?? false;

export const isPartitionAware = (info: FrameworkInfo): boolean => hasCapability(info, 'PARTITION_AWARE');
