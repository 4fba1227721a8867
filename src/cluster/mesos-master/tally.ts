import { COUNTED_STATES, type TaskCounters } from '../../api/mesos/state.ts';
import type { TaskState } from '../../api/mesos/task.ts';

/** How many tasks are in each state, kept by steps so that a summary never walks over tasks. */
export type Tally = Map<TaskState, number>;

export function count(tally: Map<string, number>, key: string, by = 1): void {
  const next = (tally.get(key) ?? 0) + by;
  if (next === 0) tally.delete(key);
  else tally.set(key, next);
}

export const countersOf = (tally: Tally): TaskCounters =>
  Object.fromEntries(COUNTED_STATES.map((state) => [state, tally.get(state) ?? 0])) as TaskCounters;
