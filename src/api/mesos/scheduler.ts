import type { Attribute, Id, Label, Resource } from './resources.ts';
import type { Unavailability } from './maintenance.ts';
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
  /** When the agent's machine is away for maintenance. */
  unavailability?: Unavailability;
  domain?: { fault_domain: { region: { name: string }; zone: { name: string } } };
}

export interface InverseOffer {
  id: Id;
  framework_id: Id;
  agent_id: Id;
  unavailability: Unavailability;
  /** Empty: everything that it has there. */
  resources: Resource[];
}

/** How long declined resources of that agent stay away from the framework, in seconds (Mesos' default: 5). */
export interface Filters {
  refuse_seconds?: number;
}

/**
 * What ACCEPT does with what was offered, in order: an operation works on what those before it have left, so that one call can
 * reserve, create and launch.
 *
 * Reservations and volumes name resources as they are **after** RESERVE and CREATE, and as they are **before** UNRESERVE and DESTROY,
 * each spelled like the offer's: the whole stack of `reservations` with its labels and principal, and `disk` of a volume.
 * - RESERVE: the last of `reservations` is DYNAMIC, of the role that the offer is allocated to, and has the framework's principal if
 *   that has one. It takes the same resources without that last reservation out of the offer.
 * - CREATE: `disk` resources that are reserved (statically or dynamically), with `disk.persistence.id` (unique for the role on the
 *   agent) and `disk.volume` of a `container_path` and `mode: RW`; no `host_path`. A volume is not divided: whoever wants it takes the
 *   whole amount.
 * - A task uses a volume by having that very resource among its `resources`: it then finds it at `container_path` of its sandbox.
 *
 * What they make belongs to the agent: it keeps it over restarts and offers it again to the role when it is free. With an `id` the
 * outcome is told by UPDATE_OPERATION_STATUS; without, a refused operation is only logged, and what was offered comes back as it was.
 * The remainder of the offer is declined with `filters` of the call (5 s by default; say 0 to be offered it again at once).
 */
export type OfferOperation = { id?: Id } & (
  | { type: 'RESERVE'; reserve: { resources: Resource[] } }
  | { type: 'UNRESERVE'; unreserve: { resources: Resource[] } }
  | { type: 'CREATE'; create: { volumes: Resource[] } }
  | { type: 'DESTROY'; destroy: { volumes: Resource[] } }
  /** The volume goes on with the disk of `addition`, which has the same reservations. */
  | { type: 'GROW_VOLUME'; grow_volume: { volume: Resource; addition: Resource } }
  | { type: 'SHRINK_VOLUME'; shrink_volume: { volume: Resource; subtract: { value: number } } }
);

export type LaunchOperation =
  | { type: 'LAUNCH'; launch: { task_infos: TaskInfo[] } }
  /** All tasks or none, within one executor: when one of them fails, the others end too. */
  | { type: 'LAUNCH_GROUP'; launch_group: { executor: ExecutorInfo; task_group: { tasks: TaskInfo[] } } };

export type Operation = LaunchOperation | OfferOperation;

/** ERROR: it can never be done. DROPPED: not with these offers. */
export interface OperationStatus {
  operation_id?: Id;
  state: 'OPERATION_FINISHED' | 'OPERATION_ERROR' | 'OPERATION_DROPPED' | 'OPERATION_UNKNOWN';
  message?: string;
  agent_id?: Id;
  /** What the resources have become. */
  converted_resources?: Resource[];
}

/**
 * A framework may have several roles: it says MULTI_ROLE and gets offers for each, whose `allocation_info.role` says for which. REVIVE
 * and SUPPRESS are about all of them, or about those that they name. UPDATE_FRAMEWORK replaces the roles and which of them are
 * suppressed, on the same line; offers for roles that are gone are rescinded, filters stay.
 */
export type SchedulerCall =
  | { type: 'SUBSCRIBE'; subscribe: { framework_info: FrameworkInfo; suppressed_roles?: string[] } }
  | { type: 'UPDATE_FRAMEWORK'; update_framework: { framework_info: FrameworkInfo; suppressed_roles?: string[] } }
  | { type: 'TEARDOWN' }
  | { type: 'ACCEPT'; accept: { offer_ids: Id[]; operations: Operation[]; filters?: Filters } }
  | { type: 'DECLINE'; decline: { offer_ids: Id[]; filters?: Filters } }
  | { type: 'REVIVE'; revive?: { roles?: string[] } }
  | { type: 'SUPPRESS'; suppress?: { roles?: string[] } }
  | { type: 'KILL'; kill: { task_id: Id; agent_id?: Id; kill_policy?: { grace_period?: { nanoseconds: number } } } }
  | { type: 'ACKNOWLEDGE'; acknowledge: { agent_id: Id; task_id: Id; uuid: string } }
  | { type: 'RECONCILE'; reconcile: { tasks: { task_id: Id; agent_id?: Id }[] } }
  /** What became of operations. None are under way for long, so the master answers that it does not know them (any more). */
  | { type: 'RECONCILE_OPERATIONS'; reconcile_operations: { operations: { operation_id: Id; agent_id?: Id }[] } }
  | { type: 'ACKNOWLEDGE_OPERATION_STATUS' }
  | { type: 'ACCEPT_INVERSE_OFFERS'; accept_inverse_offers: { inverse_offer_ids: Id[] } }
  | { type: 'DECLINE_INVERSE_OFFERS'; decline_inverse_offers: { inverse_offer_ids: Id[] } }
  /** Ends all tasks of an executor. */
  | { type: 'SHUTDOWN'; shutdown: { executor_id: Id; agent_id: Id } }
  /** Data for a framework's own executor. There is none here, so it is counted and dropped. */
  | { type: 'MESSAGE'; message: { agent_id: Id; executor_id: Id; data: string } }
  /** What the framework would like to be offered. Mesos' own allocator takes no note of it either. */
  | { type: 'REQUEST' };

export interface MasterInfo {
  id: string;
  /** As a number in network byte order; `address` has it as text. */
  ip: number;
  port: number;
  pid: string;
  hostname: string;
  version: string;
  address: { hostname: string; ip: string; port: number };
  capabilities: { type: string }[];
}

export type SchedulerEvent =
  | {
      type: 'SUBSCRIBED';
      subscribed: { framework_id: Id; heartbeat_interval_seconds: number; master_info: MasterInfo };
    }
  | { type: 'OFFERS'; offers: { offers: Offer[] } }
  | { type: 'RESCIND'; rescind: { offer_id: Id } }
  /** The machine of an agent that it has tasks on is to go down: it may move them, and says whether it will. */
  | { type: 'INVERSE_OFFERS'; inverse_offers: { inverse_offers: InverseOffer[] } }
  | { type: 'RESCIND_INVERSE_OFFER'; rescind_inverse_offer: { inverse_offer_id: Id } }
  | { type: 'UPDATE'; update: { status: TaskStatus } }
  | { type: 'UPDATE_OPERATION_STATUS'; update_operation_status: { status: OperationStatus } }
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
