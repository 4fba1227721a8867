import { addQuantities, NOTHING, type Quantities } from '../mesos-quantities.ts';
import type { MesosTask } from '../mesos-tasks.ts';
import type { MesosState } from './mesos-state.ts';

/** The newest tasks of all frameworks or of one. */
export function newestTasks(state: MesosState, limit: number, frameworkId?: string): MesosTask[] {
  const ids = frameworkId === undefined ? [...state.tasks.frameworks()] : [frameworkId];
  const newest = ids.flatMap((id) => [...state.tasks.ofFramework(id).values()].slice(-limit));
  return newest.sort((a, b) => firstHeard(b) - firstHeard(a) || 0).slice(0, limit);
}

/** A task that has said nothing yet is the newest. */
const firstHeard = (task: MesosTask): number => task.startedAt ?? task.stoppedAt ?? Infinity;

/** What is used on an agent: by its tasks, and by the executors that still have one. */
export function usedOnAgent(state: MesosState, agentId: string): Quantities {
  const own = state.executors.get(agentId);
  const { used } = state.tasks.tallyOfAgent(agentId);
  if (own === undefined) return used;
  const alive = new Set<string>();
  for (const task of state.tasks.ofAgent(agentId)) if (task.stage === 'active') alive.add(`${task.frameworkId}/${task.executorId}`);
  return own
    .filter(({ frameworkId, executorId }) => alive.has(`${frameworkId}/${executorId}`))
    .reduce((sum, { resources }) => addQuantities(sum, resources), addQuantities(used, NOTHING));
}
