import { isTerminal } from '../../api/mesos/task.ts';
import type { AgentContext } from './context.ts';
import { healthLook } from './health-look.ts';
import { taskIdOf, type Executor } from './state.ts';
import { tell } from './updates.ts';

/** Health checks that the executor runs itself. */

/** Mesos' defaults, in seconds. */
const DEFAULTS = { delay: 15, interval: 10, timeout: 20, gracePeriod: 10, consecutiveFailures: 3 };

/** `kill` ends a task that stays unhealthy: TASK_KILLED with `healthy: false`. */
export function startHealthCheck(context: AgentContext, executor: Executor, kill: () => void): void {
  const check = executor.record.task.health_check;
  const look = check && healthLook(context, executor, check);
  if (!look) return;
  const { clock, mailbox } = context.kernel;
  const startedAt = clock.now();
  let failures = 0;
  let everHealthy = executor.record.statuses.at(-1)?.healthy === true;
  const schedule = (seconds: number): void => {
    const timer = clock.after(seconds * 1000, run);
    executor.cancelHealthCheck = () => timer.cancel();
  };
  const judge = (healthy: boolean): void => {
    if (context.stopped || executor.killed || isTerminal(executor.record.state)) return;
    if (healthy) {
      failures = 0;
      everHealthy = true;
      tellHealth(context, executor, true);
    } else if (everHealthy || clock.now() - startedAt > (check.grace_period_seconds ?? DEFAULTS.gracePeriod) * 1000) {
      failures++;
      tellHealth(context, executor, false);
      if (failures >= (check.consecutive_failures ?? DEFAULTS.consecutiveFailures)) return kill();
    }
    schedule(check.interval_seconds ?? DEFAULTS.interval);
  };
  const run = (): void => {
    const timeoutMs = (check.timeout_seconds ?? DEFAULTS.timeout) * 1000;
    void look(timeoutMs)
      .catch((fault: unknown) => {
        context.log.warn(`The health check of ${taskIdOf(executor.record)} could not be run: ${String(fault)}`);
        return false;
      })
      .then((healthy) => mailbox.post(() => judge(healthy)));
  };
  executor.cancelHealthCheck();
  schedule(check.delay_seconds ?? DEFAULTS.delay);
}

/** Only changes are told. */
function tellHealth(context: AgentContext, executor: Executor, healthy: boolean): void {
  const last = executor.record.statuses.at(-1);
  if (last?.healthy === healthy || executor.record.state !== 'TASK_RUNNING') return;
  tell(context, executor, {
    state: 'TASK_RUNNING',
    healthy,
    reason: 'REASON_TASK_HEALTH_CHECK_STATUS_UPDATED',
    message: healthy ? 'The health check succeeded' : 'The health check failed',
  });
}
