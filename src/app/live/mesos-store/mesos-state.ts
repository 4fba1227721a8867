import type { MesosTask } from '../mesos-tasks.ts';
import { stageOf } from '../task-stage.ts';
import { compactTask, type ExecutorUse, type Snapshot } from './compact.ts';
import { createTaskIndex, type TaskIndex } from './task-index.ts';
import type { StreamRecord } from './v1-shapes.ts';

/** What the page knows of the cluster from the master's stream, since its last snapshot. */
export interface MesosState {
  tasks: TaskIndex;
  /** Names by id. */
  frameworks: Map<string, string>;
  /** What executors take beside their tasks, by agent: as of the snapshot. */
  executors: Map<string, ExecutorUse[]>;
  /** Counts the changes: the same number, the same state. */
  version: number;
}

/** What has to be asked for because a record only says that it changed. */
export interface Asked {
  agents: boolean;
  frameworks: boolean;
  /** A task that changed, as `framework id/task id`. */
  task: string | undefined;
}

const NOTHING_ASKED: Asked = { agents: false, frameworks: false, task: undefined };

const emptyState = (): MesosState => ({ tasks: createTaskIndex(), frameworks: new Map(), executors: new Map(), version: 0 });

/** The state of a new connection. Strings that many tasks share are kept once. */
export function stateOf(snapshot: Snapshot): MesosState {
  const state = emptyState();
  const strings = new Map<string, string>();
  const shared = (text: string): string => {
    const known = strings.get(text);
    if (known === undefined) strings.set(text, text);
    return known ?? text;
  };
  for (const task of snapshot.tasks) {
    state.tasks.put({
      ...task,
      name: shared(task.name),
      frameworkId: shared(task.frameworkId),
      agentId: shared(task.agentId),
      role: shared(task.role),
      state: shared(task.state),
      executorId: task.executorId === task.id ? task.id : task.executorId,
    });
  }
  state.frameworks = new Map(snapshot.frameworks);
  state.executors = Map.groupBy(snapshot.executors, ({ agentId }) => agentId);
  return state;
}

/** Applies what one record tells. Records of other types, and of tasks that nobody has told of, change nothing. */
export function applyRecord(state: MesosState, record: StreamRecord): Asked {
  switch (record.type) {
    case 'TASK_ADDED':
      return put(state, compactTask(record.task_added.task));
    case 'TASK_UPDATED': {
      const { framework_id: framework, status, state: latest } = record.task_updated;
      const known = state.tasks.get(framework.value, status.task_id.value);
      return known === undefined ? NOTHING_ASKED : put(state, updated(known, latest, status));
    }
    case 'AGENT_ADDED':
    case 'AGENT_REMOVED':
      return { ...NOTHING_ASKED, agents: true };
    case 'FRAMEWORK_ADDED':
      return nameFramework(state, record.framework_added.framework.framework_info);
    case 'FRAMEWORK_UPDATED':
      return nameFramework(state, record.framework_updated.framework.framework_info);
    case 'FRAMEWORK_REMOVED':
      return nameFramework(state, record.framework_removed.framework_info);
    default:
      return NOTHING_ASKED;
  }
}

function put(state: MesosState, task: MesosTask): Asked {
  state.tasks.put(task);
  state.version += 1;
  return { ...NOTHING_ASKED, task: `${task.frameworkId}/${task.id}` };
}

function updated(task: MesosTask, state: string, status: { state: string; timestamp?: number; healthy?: boolean }): MesosTask {
  const stage = stageOf(state);
  const at = status.timestamp === undefined ? undefined : status.timestamp * 1000;
  return {
    ...task,
    state,
    stage,
    healthy: status.healthy,
    startedAt: task.startedAt ?? (stageOf(status.state) === 'completed' ? undefined : at),
    stoppedAt: stage === 'completed' ? at : undefined,
    changedAt: at ?? task.changedAt,
  };
}

/** Its name is known even after it has gone: its tasks are remembered. */
function nameFramework(state: MesosState, info: { id?: { value: string }; name: string }): Asked {
  state.frameworks.set(info.id?.value ?? '', info.name);
  state.version += 1;
  return { ...NOTHING_ASKED, frameworks: true };
}
