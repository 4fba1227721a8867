import { NO_COUNTS, type TaskCounts } from '../cluster-summary.ts';
import { NOTHING, type Quantities, QUANTITY_KINDS } from '../mesos-quantities.ts';
import type { MesosTask } from '../mesos-tasks.ts';

/** How many tasks of something are in which state, and what those that are not over use. A new object for each change. */
export interface Tally {
  counts: TaskCounts;
  used: Quantities;
}

export const EMPTY_TALLY: Tally = { counts: NO_COUNTS, used: NOTHING };

/** The figure of a summary that a state of Mesos belongs to. */
const COUNTED: Partial<Record<string, keyof TaskCounts>> = {
  TASK_STAGING: 'staging',
  TASK_STARTING: 'staging',
  TASK_RUNNING: 'running',
  TASK_KILLING: 'killing',
  TASK_FINISHED: 'finished',
  TASK_KILLED: 'killed',
  TASK_FAILED: 'failed',
  TASK_ERROR: 'failed',
  TASK_LOST: 'failed',
  TASK_UNREACHABLE: 'unreachable',
};

/** Mesos counts in thousandths; so many additions of binary fractions would not come out even. */
const thousandths = (value: number): number => Math.round(value * 1000) / 1000;

export function addToUse(used: Quantities, part: Quantities, sign: 1 | -1): Quantities {
  const sum = { ...used };
  for (const kind of QUANTITY_KINDS) sum[kind] = thousandths(used[kind] + sign * part[kind]);
  return sum;
}

/** `tally` with a task more (1) or less (-1). */
export function tallied(tally: Tally, task: MesosTask, sign: 1 | -1): Tally {
  const figure = COUNTED[task.state];
  return {
    counts: figure === undefined ? tally.counts : { ...tally.counts, [figure]: tally.counts[figure] + sign },
    used: task.stage === 'active' ? addToUse(tally.used, task.resources, sign) : tally.used,
  };
}
