import type { SlaveJson } from '../../api/mesos/state.ts';

/** Shapes of the answers that the Mesos pages read. Real masters of other versions leave fields out, so little is taken for granted. */

export interface Value {
  value: string;
}

export interface ResourceV1 {
  name: string;
  scalar?: { value: number };
}

export interface OfferV1 {
  id: Value;
  agent_id: Value;
  framework_id: Value;
  hostname: string;
  resources?: ResourceV1[];
  allocation_info?: { role?: string };
}

export interface FrameworkV1 {
  framework_info: {
    id?: Value;
    name: string;
    user?: string;
    principal?: string;
    role?: string;
    roles?: string[];
    hostname?: string;
    webui_url?: string;
    failover_timeout?: number;
    capabilities?: { type: string }[];
  };
  active?: boolean;
  connected?: boolean;
  registered_time?: { nanoseconds: number };
  reregistered_time?: { nanoseconds: number };
  unregistered_time?: { nanoseconds: number };
  allocated_resources?: ResourceV1[];
  offered_resources?: ResourceV1[];
  offers?: OfferV1[];
}

export interface StatusV1 {
  state: string;
  /** Seconds since the epoch. */
  timestamp?: number;
  source?: string;
  reason?: string;
  message?: string;
  healthy?: boolean;
}

export interface TaskV1 {
  task_id: Value;
  statuses?: StatusV1[];
}

/** An agent as `/slaves` tells it. `drain_info` from 1.9 on; `reserved_resources` has static and dynamic reservations by role. */
export type AgentJson = Partial<SlaveJson> &
  Pick<SlaveJson, 'id' | 'hostname'> & {
    drain_info?: { state: string; config?: { mark_gone?: boolean; max_grace_period?: { nanoseconds: number } } };
  };

export interface MachineId {
  hostname?: string;
  ip?: string;
}

/** `/maintenance/schedule`: an empty schedule may be `{}`. */
export interface MaintenanceSchedule {
  windows?: {
    machine_ids: MachineId[];
    unavailability: { start: { nanoseconds: number }; duration?: { nanoseconds: number } };
  }[];
}

/** `/maintenance/status`: each list is left out while it is empty. */
export interface MaintenanceStatus {
  draining_machines?: { id: MachineId; statuses?: { status: string; framework_id: Value }[] }[];
  down_machines?: MachineId[];
}
