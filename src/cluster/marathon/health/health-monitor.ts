import type { AppDefinition, HealthCheckDefinition } from '../../../api/marathon/definition.ts';
import { every, type Timer } from '../../kernel/clock.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { HealthResult } from '../core.ts';
import type { Publish } from '../event-bus.ts';
import { instanceHealthChanged } from '../instances/instance-events.ts';
import type { InstanceTracker } from '../instances/instance-tracker.ts';
import type { InstanceRecord } from '../state.ts';
import { runByExecutor } from '../tasks/task-info.ts';
import { checkFailed, healthStatusChanged } from './health-events.ts';
import { afterCheck, overallHealth } from './health-rules.ts';
import type { Probe, ProbeOutcome } from './probe.ts';
import { probeTarget } from './probe-target.ts';

/** The first look at a task comes after this time at most: a long interval should not keep a healthy task waiting. */
const FIRST_CHECK_MS = 1000;

export interface HealthMonitor {
  /** Begins, goes on with or ends the checks of an instance, as its task now is. */
  observe(instance: InstanceRecord): void;
  forget(instanceId: string): void;
  /** What the executor says about the check that it makes. */
  report(instance: InstanceRecord, outcome: ProbeOutcome): void;
  stop(): void;
}

interface Watch {
  taskId: string;
  /** By the index of the check. */
  results: (HealthResult | undefined)[];
  timers: Timer[];
}

export function createHealthMonitor(parts: {
  kernel: Kernel;
  tracker: InstanceTracker;
  publish: Publish;
  probe: Probe | undefined;
  definitionOf: (instance: InstanceRecord) => AppDefinition | undefined;
  onHealthChanged: (instance: InstanceRecord) => void;
  /** A task failed a check too often in a row. */
  onUnhealthy: (instance: InstanceRecord, cause: string) => void;
}): HealthMonitor {
  const { kernel, tracker, publish, probe } = parts;
  const { clock } = kernel;
  const watches = new Map<string, Watch>();

  const record = (taskId: string, index: number, check: HealthCheckDefinition, outcome: ProbeOutcome): void => {
    const instance = tracker.byTask(taskId);
    const watch = instance && watches.get(instance.id);
    if (!instance || watch?.taskId !== taskId || instance.condition !== 'Running') return;
    const now = clock.now();
    const known = watch.results[index];
    const at = { instanceId: instance.id, startedAt: Date.parse(instance.startedAt ?? ''), now };
    const { result, failed, kill } = afterCheck(known, outcome, check, at);
    if (failed) publish(checkFailed(instance, check, now));
    if (!result || result === known) return;
    watch.results[index] = result;
    const after = { ...instance, health: watch.results.filter((each) => each !== undefined) };
    tracker.show([{ before: instance, after }]);
    if (known?.alive !== result.alive) publish(healthStatusChanged(after, result.alive, now));
    const health = overallHealth(after.health, after.checks);
    if (health !== overallHealth(instance.health, instance.checks)) {
      publish(instanceHealthChanged(after, health, now));
      parts.onHealthChanged(after);
    }
    if (kill) parts.onUnhealthy(after, result.lastFailureCause ?? 'unknown');
  };
  const look = (taskId: string, app: AppDefinition, index: number, check: HealthCheckDefinition, look: Probe): void => {
    const instance = tracker.byTask(taskId);
    if (!instance) return;
    const target = probeTarget(app, check, instance);
    const outcome = target ? look(target) : Promise.resolve({ ok: false, cause: 'The task has no such port' });
    outcome
      .catch((fault: unknown) => ({ ok: false, cause: fault instanceof Error ? fault.message : String(fault) }))
      .then((told) => kernel.mailbox.post(() => record(taskId, index, check, told)))
      .catch((fault: unknown) => kernel.log.error(`A health check could not be recorded: ${String(fault)}`));
  };
  const begin = (instance: InstanceRecord, app: AppDefinition): void => {
    const watch: Watch = { taskId: instance.taskId, results: [], timers: [] };
    watches.set(instance.id, watch);
    for (const [index, check] of (app.healthChecks ?? []).entries()) {
      if (runByExecutor(check) || !probe) continue;
      const run = (): void => look(instance.taskId, app, index, check, probe);
      const interval = check.intervalSeconds * 1000;
      watch.timers.push(clock.after(Math.min(interval, FIRST_CHECK_MS), run), every(clock, interval, run));
    }
  };
  const forget = (instanceId: string): void => {
    for (const timer of watches.get(instanceId)?.timers ?? []) timer.cancel();
    watches.delete(instanceId);
  };
  return {
    observe(instance) {
      if (instance.checks === 0) return;
      if (instance.condition !== 'Running' && instance.condition !== 'Unreachable') return forget(instance.id);
      if (watches.get(instance.id)?.taskId === instance.taskId) return;
      forget(instance.id);
      const app = parts.definitionOf(instance);
      if (app) begin(instance, app);
    },
    forget,
    report(instance, outcome) {
      const checks = parts.definitionOf(instance)?.healthChecks ?? [];
      const index = checks.findIndex(runByExecutor);
      const check = checks[index];
      // The executor keeps the grace period and the count itself, and kills the task when it is time.
      if (check) record(instance.taskId, index, { ...check, gracePeriodSeconds: 0, maxConsecutiveFailures: 0 }, outcome);
    },
    stop() {
      for (const id of watches.keys()) forget(id);
    },
  };
}
