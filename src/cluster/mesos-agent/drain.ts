import { isTerminal } from '../../api/mesos/task.ts';
import type { AgentContext } from './context.ts';
import { killGraceMs } from './rules.ts';
import { allExecutors, taskIdOf, type Draining } from './state.ts';
import { killTask } from './tasks.ts';

/** An operator wants the agent empty: everything ends. undefined: no longer; what was killed stays so. */
export function drain(context: AgentContext, draining: Draining | undefined): void {
  context.state.draining = draining;
  if (draining) endEverything(context, draining.maxGraceMs);
}

/** Kills all tasks, each within its own grace period and at most `maxGraceMs`. */
export function endEverything(context: AgentContext, maxGraceMs = Infinity): void {
  for (const { record } of allExecutors(context.state)) {
    if (isTerminal(record.state)) continue;
    killTask(context, record.frameworkId, taskIdOf(record), Math.min(killGraceMs(record.task, undefined), maxGraceMs));
  }
}
