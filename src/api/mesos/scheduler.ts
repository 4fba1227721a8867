import type { Attribute, Id, Label, Resource } from './resources.ts';
import type { ExecutorInfo, TaskInfo, TaskStatus } from './task.ts';

/**
 * Mesos' v1 scheduler API: the calls a framework makes and the events it gets. Our Marathon and Chronos use it in process,
 * other frameworks over HTTP at `/api/v1/scheduler`; the shapes are the same.
 */
export interface FrameworkInfo {
  id?: Id;
  name: string;
  user: string;
  roles: string[];
  principal?: string;
  hostname?: string;
  webui_url?: string;
  checkpoint?: boolean;
  /** Seconds the tasks of a disconnected framework are kept. */
  failover_timeout?: number;
  capabilities?: { type: string }[];
  labels?: { labels: Label[] };
}

export interface Offer {
  id: Id;
  framework_id: Id;
  agent_id: Id;
  hostname: string;
  resources: Resource[];
  attributes: Attribute[];
  allocation_info: { role: string };
  executor_ids?: Id[];
  domain?: { fault_domain: { region: { name: string }; zone: { name: string } } };
}

/** How long declined resources of that agent stay away from the framework, in seconds (Mesos' default: 5). */
export interface Filters {
  refuse_seconds?: number;
}

export type Operation =
  | { type: 'LAUNCH'; launch: { task_infos: TaskInfo[] } }
  /** All tasks or none, within one executor: when one of them fails, the others end too. */
  | { type: 'LAUNCH_GROUP'; launch_group: { executor: ExecutorInfo; task_group: { tasks: TaskInfo[] } } };

export type SchedulerCall =
  | { type: 'SUBSCRIBE'; subscribe: { framework_info: FrameworkInfo; suppressed_roles?: string[] } }
  | { type: 'TEARDOWN' }
  | { type: 'ACCEPT'; accept: { offer_ids: Id[]; operations: Operation[]; filters?: Filters } }
  | { type: 'DECLINE'; decline: { offer_ids: Id[]; filters?: Filters } }
  | { type: 'REVIVE'; revive?: { roles?: string[] } }
  | { type: 'SUPPRESS'; suppress?: { roles?: string[] } }
  | { type: 'KILL'; kill: { task_id: Id; agent_id?: Id; kill_policy?: { grace_period?: { nanoseconds: number } } } }
  | { type: 'ACKNOWLEDGE'; acknowledge: { agent_id: Id; task_id: Id; uuid: string } }
  | { type: 'RECONCILE'; reconcile: { tasks: { task_id: Id; agent_id?: Id }[] } };

export type SchedulerEvent =
  | {
      type: 'SUBSCRIBED';
      subscribed: { framework_id: Id; heartbeat_interval_seconds: number; master_info: { id: string; hostname: string; port: number } };
    }
  | { type: 'OFFERS'; offers: { offers: Offer[] } }
  | { type: 'RESCIND'; rescind: { offer_id: Id } }
  | { type: 'UPDATE'; update: { status: TaskStatus } }
  | { type: 'FAILURE'; failure: { agent_id?: Id; executor_id?: Id; status?: number } }
  | { type: 'ERROR'; error: { message: string } }
  | { type: 'HEARTBEAT' };

/** A framework's line to the master. Events come one at a time through the cluster's mailbox, never within a call. */
export interface SchedulerConnection {
  call(call: SchedulerCall): void;
  /** Drops the line without tearing the framework down: it has `failover_timeout` to come back with its id. */
  close(): void;
}

/** Opens a line to the leading master; the first call has to be SUBSCRIBE. `onClosed` tells that the master is gone: subscribe again. */
export type ConnectScheduler = (onEvent: (event: SchedulerEvent) => void, onClosed: () => void) => SchedulerConnection;
