import type { TaskCounters } from '../../api/mesos/state.ts';

/** Tasks that ended: badly, or otherwise (finished, or killed by will). */
export interface Ended {
  failed: number;
  other: number;
}

/** What is read of the master's `/metrics/snapshot`. Its counters only grow while it leads. */
export interface MasterMetrics {
  ended: Ended;
  unreachableAgents: number;
}

const FAILED = ['failed', 'lost', 'error', 'dropped', 'gone', 'gone_by_operator'];
const OTHER = ['finished', 'killed'];

export function masterMetrics(snapshot: Readonly<Record<string, number>>): MasterMetrics {
  const sum = (names: readonly string[]): number => names.reduce((all, name) => all + (snapshot[`master/tasks_${name}`] ?? 0), 0);
  return { ended: { failed: sum(FAILED), other: sum(OTHER) }, unreachableAgents: snapshot['master/slaves_unreachable'] ?? 0 };
}

/** The same from a summary: of tasks that the master still remembers, so it may shrink. For masters whose metrics cannot be read. */
export function rememberedEndings(frameworks: readonly Partial<TaskCounters>[]): Ended {
  const sum = (states: readonly (keyof TaskCounters)[]): number =>
    frameworks.reduce((all, counters) => states.reduce((some, state) => some + (counters[state] ?? 0), all), 0);
  return { failed: sum(['TASK_FAILED', 'TASK_LOST', 'TASK_ERROR']), other: sum(['TASK_FINISHED', 'TASK_KILLED']) };
}

/** What was added between two counts. A count that went down began anew, with another leader, or has forgotten old tasks. */
export function endedBetween(before: Ended | undefined, now: Ended): Ended {
  const added = (kind: keyof Ended): number => Math.max(0, now[kind] - (before?.[kind] ?? now[kind]));
  return { failed: added('failed'), other: added('other') };
}
