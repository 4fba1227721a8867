import type { MesosTask } from './mesos-tasks.ts';
import { TASK_LIST_STATES, type TaskListState } from '../paths.ts';

/** What a list of tasks is narrowed to. Times in milliseconds since the epoch. */
export interface TaskListChoice {
  state: TaskListState;
  /** Only what ended after `from`, until `to`; for tasks that have ended. */
  time: { from: number; to: number } | undefined;
}

/** Reads the address of a list of tasks; what makes no sense there is left out. */
export function taskListChoice(search: URLSearchParams): TaskListChoice {
  const state = TASK_LIST_STATES.find((each) => each === search.get('state')) ?? 'active';
  const [from, to] = ['from', 'to'].map((name) => Number(search.get(name) ?? Number.NaN));
  const isTime = hasEnded(state) && from !== undefined && to !== undefined && from <= to;
  return { state, time: isTime ? { from, to } : undefined };
}

export const hasEnded = (state: TaskListState): boolean => state === 'failed' || state === 'finished';

const STATES: Record<Exclude<TaskListState, 'active' | 'failed'>, readonly string[]> = {
  running: ['TASK_RUNNING'],
  staging: ['TASK_STAGING', 'TASK_STARTING'],
  killing: ['TASK_KILLING'],
  unreachable: ['TASK_UNREACHABLE', 'TASK_UNKNOWN'],
  finished: ['TASK_FINISHED', 'TASK_KILLED'],
};

type Listed = Pick<MesosTask, 'state' | 'stage' | 'stoppedAt'>;

/** Whether a task is in the list. Failed are all that ended otherwise than finished or killed by will, as the history counts them. */
export function isListed({ state, stage, stoppedAt }: Listed, choice: TaskListChoice): boolean {
  if (!isOfState(state, stage, choice.state)) return false;
  return choice.time === undefined || (stoppedAt !== undefined && stoppedAt > choice.time.from && stoppedAt <= choice.time.to);
}

function isOfState(state: string, stage: MesosTask['stage'], wanted: TaskListState): boolean {
  if (wanted === 'active') return stage === 'active';
  if (wanted === 'failed') return stage === 'completed' && !STATES.finished.includes(state);
  return STATES[wanted].includes(state);
}
