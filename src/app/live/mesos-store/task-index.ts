import type { MesosTask } from '../mesos-tasks.ts';
import { EMPTY_TALLY, tallied, type Tally } from './tally.ts';

/** Tasks that ended, kept of each framework: as many as Mesos itself remembers (`--max_completed_tasks_per_framework`). */
export const ENDED_KEPT = 1_000;

interface FrameworkTasks {
  /** By id, oldest first. */
  tasks: Map<string, MesosTask>;
  /** Ids of those that ended, in the order of their ends. */
  ended: Set<string>;
}

/** All tasks that a page knows of, with what is asked for all the time kept at hand. */
export interface TaskIndex {
  get(frameworkId: string, taskId: string): MesosTask | undefined;
  /** Adds a task, or puts it in the place of what was known of it. */
  put(task: MesosTask): void;
  size(): number;
  frameworks(): Iterable<string>;
  ofFramework(frameworkId: string): ReadonlyMap<string, MesosTask>;
  ofAgent(agentId: string): ReadonlySet<MesosTask>;
  tallyOfAgent(agentId: string): Tally;
  tallyOfFramework(frameworkId: string): Tally;
}

const NO_TASKS: ReadonlyMap<string, MesosTask> = new Map();
const NONE: ReadonlySet<MesosTask> = new Set();

export function createTaskIndex(): TaskIndex {
  const byFramework = new Map<string, FrameworkTasks>();
  const byAgent = new Map<string, Set<MesosTask>>();
  const agentTallies = new Map<string, Tally>();
  const frameworkTallies = new Map<string, Tally>();
  let size = 0;

  const count = (task: MesosTask, sign: 1 | -1): void => {
    agentTallies.set(task.agentId, tallied(agentTallies.get(task.agentId) ?? EMPTY_TALLY, task, sign));
    frameworkTallies.set(task.frameworkId, tallied(frameworkTallies.get(task.frameworkId) ?? EMPTY_TALLY, task, sign));
    size += sign;
  };
  const tasksOf = (frameworkId: string): FrameworkTasks => {
    const known = byFramework.get(frameworkId) ?? { tasks: new Map(), ended: new Set() };
    byFramework.set(frameworkId, known);
    return known;
  };
  const forget = (task: MesosTask): void => {
    byAgent.get(task.agentId)?.delete(task);
    count(task, -1);
  };
  const remember = (task: MesosTask): void => {
    const onAgent = byAgent.get(task.agentId) ?? new Set();
    byAgent.set(task.agentId, onAgent.add(task));
    count(task, 1);
  };

  return {
    get: (frameworkId, taskId) => byFramework.get(frameworkId)?.tasks.get(taskId),
    put(task) {
      const { tasks, ended } = tasksOf(task.frameworkId);
      const before = tasks.get(task.id);
      if (before !== undefined) forget(before);
      tasks.set(task.id, task);
      remember(task);
      if (task.stage !== 'completed') {
        ended.delete(task.id);
        return;
      }
      ended.add(task.id);
      const [oldest] = ended;
      if (ended.size <= ENDED_KEPT || oldest === undefined) return;
      const gone = tasks.get(oldest);
      ended.delete(oldest);
      tasks.delete(oldest);
      if (gone !== undefined) forget(gone);
    },
    size: () => size,
    frameworks: () => byFramework.keys(),
    ofFramework: (frameworkId) => byFramework.get(frameworkId)?.tasks ?? NO_TASKS,
    ofAgent: (agentId) => byAgent.get(agentId) ?? NONE,
    tallyOfAgent: (agentId) => agentTallies.get(agentId) ?? EMPTY_TALLY,
    tallyOfFramework: (frameworkId) => frameworkTallies.get(frameworkId) ?? EMPTY_TALLY,
  };
}
