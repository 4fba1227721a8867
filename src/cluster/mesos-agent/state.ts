import type { Pool } from '../../api/mesos/quantities.ts';
import type { Attribute } from '../../api/mesos/resources.ts';
import type { FrameworkInfo } from '../../api/mesos/scheduler.ts';
import type { TaskInfo, TaskState, TaskStatus } from '../../api/mesos/task.ts';
import type { Checkpoint, Containerizer } from '../executor/containerizer.ts';
import type { Machine } from '../machines/machine.ts';

/** Everything that an agent knows. Times are milliseconds since the epoch. */
export interface AgentState {
  readonly machine: Machine;
  /** What others reach it by, and what its tasks' ports are bound to. */
  readonly hostname: string;
  readonly port: number;
  readonly workDir: string;
  /** What its flags say. */
  readonly configured: Pool;
  /** The same with the dynamic reservations and volumes that were made on it. */
  total: Pool;
  readonly attributes: readonly Attribute[];
  readonly defaultRole: string;
  readonly startedAt: number;
  /** Given by the master at the first registration, and kept over restarts. */
  id: string | undefined;
  registered: boolean;
  /** Of the master that it registered with, or asks to; undefined before it has found one. */
  masterHostname: string | undefined;
  draining: Draining | undefined;
  readonly frameworks: Map<string, AgentFramework>;
  readonly counters: {
    validUpdates: number;
    launchErrors: number;
    ended: Map<TaskState, number>;
    sandboxesRemoved: number;
    sandboxesKept: number;
  };
  /** How old the sandbox of an ended task may get now, in ms. */
  sandboxAgeMs: number;
}

/** An operator wants the agent empty. */
export interface Draining {
  maxGraceMs?: number;
  /** It will not come back: frameworks that can tell are told so. */
  markGone: boolean;
}

export interface AgentFramework {
  readonly id: string;
  info: FrameworkInfo;
  /** By task id: each task has an executor of its own, as Mesos' command and Docker executors are. */
  readonly executors: Map<string, Executor>;
  /** Oldest first. */
  readonly completed: ExecutorRecord[];
}

/** What is stored of an executor and its one task: enough to find its container again, and to tell what is still untold. */
export interface ExecutorRecord {
  readonly frameworkId: string;
  readonly task: TaskInfo;
  readonly role: string;
  readonly containerId: string;
  /** Of a task of a group: the executor that it shares with the others. */
  readonly group?: { executorId: string; containerId: string; directory: string };
  /** Of the sandbox. */
  readonly directory: string;
  /** The latest; updates that tell of it may still be waiting. */
  state: TaskState;
  /** Oldest first. */
  statuses: TaskStatus[];
  /** Not acknowledged yet, oldest first. Only the first is on its way: Mesos sends a task's updates one after the other. */
  pending: TaskStatus[];
  checkpoint?: Checkpoint;
  completed: boolean;
  /** Its sandbox has been collected as garbage. */
  sandboxRemoved?: true;
}

export interface Executor {
  readonly record: ExecutorRecord;
  readonly containerizer: Containerizer;
  /** The container is with the containerizer: a kill goes there. Before, it just prevents the launch. */
  launched: boolean;
  killed: boolean;
  /** Stops resending the first pending update. */
  cancelResend: () => void;
  cancelHealthCheck: () => void;
}

/** One for all: a task that rests shall hold no timer of its own. */
export const NOTHING_TO_CANCEL = (): void => {};

/** Mesos' default port of an agent. */
export const AGENT_PORT = 5051;

/** A task of its own is its executor. */
export const executorIdOf = (record: ExecutorRecord): string => record.group?.executorId ?? taskIdOf(record);

/** The other tasks of the same group that have not been completed. */
export const siblingsOf = ({ executors }: AgentFramework, record: ExecutorRecord): Executor[] =>
  record.group
    ? [...executors.values()].filter((other) => other.record !== record && other.record.group?.containerId === record.group?.containerId)
    : [];

export const taskIdOf = (record: ExecutorRecord): string => record.task.task_id.value;

/** Of all frameworks, the completed ones first. */
export const allRecords = (state: AgentState): ExecutorRecord[] =>
  [...state.frameworks.values()].flatMap(({ executors, completed }) => [
    ...completed,
    ...[...executors.values()].map(({ record }) => record),
  ]);

/** Of all frameworks; the completed ones are not among them. */
export const allExecutors = (state: AgentState): Executor[] =>
  [...state.frameworks.values()].flatMap(({ executors }) => [...executors.values()]);
