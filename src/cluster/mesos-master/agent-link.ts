import type { Attribute, Resource } from '../../api/mesos/resources.ts';
import type { FrameworkInfo } from '../../api/mesos/scheduler.ts';
import type { TaskInfo, TaskState, TaskStatus } from '../../api/mesos/task.ts';

/**
 * The line between an agent and the leading master: what Mesos does by internal messages. Both sides post through the
 * cluster's mailbox, so neither runs within the other's decision; a closed line delivers nothing more.
 */
export interface AgentRegistration {
  /** The id of an earlier registration; a new one is given without it. */
  agentId?: string;
  hostname: string;
  /** As VagrantConfig.yaml has it; part of the pid. */
  ip: string;
  port: number;
  /** As its flags say. */
  resources: Resource[];
  /** The same with the dynamic reservations and volumes that were made on it. */
  total: Resource[];
  attributes: Attribute[];
  version: string;
  /** Everything that the agent still has to answer for: running tasks and those whose end was not acknowledged yet. */
  tasks: AgentTask[];
  frameworks: FrameworkInfo[];
}

export interface AgentTask {
  frameworkId: string;
  task: TaskInfo;
  state: TaskState;
  statuses: TaskStatus[];
}

/** Master → agent. */
export interface AgentCommands {
  registered(agentId: string): void;
  launch(framework: FrameworkInfo, task: TaskInfo): void;
  /** Everything that operations made on the agent: to be remembered, with a directory for each volume and none for others. */
  checkpoint(runtimeResources: Resource[]): void;
  /** Unknown tasks are answered by a terminal update. `graceMs` overrides the task's own kill policy. */
  kill(frameworkId: string, taskId: string, graceMs?: number): void;
  acknowledge(frameworkId: string, taskId: string, uuid: string): void;
  /** The framework is back: updates that wait for it are worth sending again at once. */
  frameworkConnected(frameworkId: string): void;
  /** The framework is gone for good: all its tasks end. */
  shutdownFramework(frameworkId: string): void;
  /** The master is gone: find the next leader. */
  masterLost(): void;
  /** An operator wants the agent empty: everything ends, each within `maxGraceMs`. undefined: no longer. */
  drain(drain: { maxGraceMs?: number; markGone: boolean } | undefined): void;
  /** An operator does not want the agent: everything ends, and it may ask again after a while. */
  shutdown(message: string): void;
  /** The master has given this id up: start anew without it. */
  removed(message: string): void;
}

/** Agent → master. */
export interface AgentLink {
  /** `latest` may be ahead of the status, which is sent again until it is acknowledged. */
  update(frameworkId: string, status: TaskStatus, latest: TaskState): void;
  /** The line breaks, as when the agent's process dies: the master waits for it to come back. */
  close(): void;
  /** After `close`: its machine goes down in order, so the master need not wait. */
  leave(): void;
}

export type RegisterAgent = (registration: AgentRegistration, commands: AgentCommands) => AgentLink;
