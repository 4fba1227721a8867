import type { TaskStatus } from '../../api/mesos/task.ts';
import type { AgentEntry, FrameworkEntry, TaskEntry } from './state.ts';

/** What happened, for the operator API's stream (`SUBSCRIBE`). The types are Mesos' own names. */
export type MasterEvent =
  | { type: 'TASK_ADDED'; task: TaskEntry }
  | { type: 'TASK_UPDATED'; task: TaskEntry; status: TaskStatus }
  | { type: 'AGENT_ADDED'; agent: AgentEntry }
  | { type: 'AGENT_REMOVED'; agentId: string }
  | { type: 'FRAMEWORK_ADDED'; framework: FrameworkEntry }
  | { type: 'FRAMEWORK_UPDATED'; framework: FrameworkEntry }
  | { type: 'FRAMEWORK_REMOVED'; framework: FrameworkEntry };
