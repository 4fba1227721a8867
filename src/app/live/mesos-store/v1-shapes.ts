import type { FrameworkV1, ResourceV1, StatusV1, Value } from '../mesos-wire.ts';

/** What the page reads of the operator API's stream. Masters of other versions leave fields out. */

export interface StreamTaskV1 {
  name?: string;
  task_id: Value;
  framework_id: Value;
  agent_id: Value;
  executor_id?: Value;
  state: string;
  resources?: (ResourceV1 & { allocation_info?: { role?: string }; role?: string })[];
  statuses?: StatusV1[];
}

interface ExecutorV1 {
  executor_info: { executor_id: Value; framework_id?: Value; resources?: ResourceV1[] };
  agent_id: Value;
}

export interface StateV1 {
  get_tasks?: {
    tasks?: StreamTaskV1[];
    pending_tasks?: unknown;
    unreachable_tasks?: StreamTaskV1[];
    orphan_tasks?: StreamTaskV1[];
    completed_tasks?: StreamTaskV1[];
  };
  get_executors?: { executors?: ExecutorV1[]; orphan_executors?: ExecutorV1[] };
  get_frameworks?: { frameworks?: FrameworkV1[]; completed_frameworks?: FrameworkV1[] };
}

/** A record of the stream. Types that we do not know, HEARTBEAT among them, change nothing. */
export type StreamRecord =
  | { type: 'SUBSCRIBED'; subscribed: { get_state: StateV1; heartbeat_interval_seconds?: number } }
  | { type: 'TASK_ADDED'; task_added: { task: StreamTaskV1 } }
  | {
      type: 'TASK_UPDATED';
      task_updated: { framework_id: Value; status: StatusV1 & { task_id: Value; agent_id?: Value }; state: string };
    }
  | { type: 'AGENT_ADDED' | 'AGENT_REMOVED' }
  | { type: 'FRAMEWORK_ADDED'; framework_added: { framework: FrameworkV1 } }
  | { type: 'FRAMEWORK_UPDATED'; framework_updated: { framework: FrameworkV1 } }
  | { type: 'FRAMEWORK_REMOVED'; framework_removed: { framework_info: FrameworkV1['framework_info'] } }
  | { type: 'HEARTBEAT' };
