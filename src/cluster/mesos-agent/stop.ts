import { isTerminal } from '../../api/mesos/task.ts';
import type { AgentContext } from './context.ts';
import { endEverything } from './drain.ts';
import { killGraceMs } from './rules.ts';
import { allExecutors, taskIdOf, type Executor } from './state.ts';

/** How much longer than the longest grace period the end of all containers is waited for. */
const MARGIN_MS = 5000;
const LOOK_EVERY_MS = 20;

/** Kills everything that runs and resolves when it has ended; a container that will not go is left to the next start, which finds it. */
export async function endAllTasks(context: AgentContext): Promise<void> {
  const { clock } = context.kernel;
  const running = (): Executor[] => allExecutors(context.state).filter(({ record }) => !isTerminal(record.state));
  const graces = running().map(({ record }) => killGraceMs(record.task, undefined));
  const until = clock.now() + Math.max(0, ...graces) + MARGIN_MS;
  endEverything(context);
  while (running().length > 0 && clock.now() < until) {
    await new Promise<void>((resolve) => {
      clock.after(LOOK_EVERY_MS, resolve);
    });
  }
  for (const { record } of running()) context.log.warn(`${taskIdOf(record)} did not end in time.`);
}
