import type { AppDefinition } from '../../../api/marathon/definition.ts';
import { every, type Timer } from '../../kernel/clock.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Publish } from '../event-bus.ts';
import type { InstanceTracker } from '../instances/instance-tracker.ts';
import type { InstanceRecord } from '../state.ts';
import { runByExecutor } from '../tasks/task-info.ts';
import { createHealthRecorder, type CheckOfTask, type HealthReactions } from './health-recorder.ts';
import type { Probe, ProbeOutcome } from '../../kernel/probe.ts';
import { probeTarget } from './probe-target.ts';

/** The first look at a task comes after this time at most: a long interval should not keep a healthy task waiting. */
const FIRST_LOOK_MS = 1000;

/** Makes the checks that Marathon makes itself, and takes in those of the executors (§8.4). */
export interface HealthMonitor {
  /** Begins, goes on with or ends the checks of an instance, as its task now is. */
  observe: (instance: InstanceRecord) => void;
  forget: (instanceId: string) => void;
  /** What the executor says about the check that it makes. */
  report: (instance: InstanceRecord, outcome: ProbeOutcome) => void;
  stop: () => void;
}

interface Watch {
  taskId: string;
  timers: Timer[];
}

export function createHealthMonitor(
  parts: {
    kernel: Kernel;
    tracker: InstanceTracker;
    publish: Publish;
    probe: Probe | undefined;
    appOf: (instance: InstanceRecord) => AppDefinition | undefined;
  } & HealthReactions,
): HealthMonitor {
  const { kernel, tracker, probe } = parts;
  const recorder = createHealthRecorder({ clock: kernel.clock, ...parts });
  const watches = new Map<string, Watch>();

  const look = (of: CheckOfTask, app: AppDefinition, through: Probe): void => {
    const instance = tracker.byTask(of.taskId);
    if (!instance) return;
    const target = probeTarget(app, of.check, instance);
    const outcome = target ? through(target) : Promise.resolve({ ok: false, cause: 'The task has no such port.' });
    outcome
      .catch((fault: unknown) => ({ ok: false, cause: fault instanceof Error ? fault.message : String(fault) }))
      .then((told) => kernel.mailbox.post(() => recorder.record(of, told)))
      .catch((fault: unknown) => kernel.log.error(`A health check could not be recorded: ${String(fault)}`));
  };
  const begin = (instance: InstanceRecord, app: AppDefinition): void => {
    const { taskId } = instance;
    const timers: Timer[] = [];
    watches.set(instance.id, { taskId, timers });
    for (const [index, check] of (app.healthChecks ?? []).entries()) {
      if (runByExecutor(check) || !probe) continue;
      const run = (): void => look({ taskId, index, check }, app, probe);
      const interval = check.intervalSeconds * 1000;
      const first = (): void => {
        run();
        timers.push(every(kernel.clock, interval, run));
      };
      timers.push(kernel.clock.after(Math.min(interval, FIRST_LOOK_MS), first));
    }
  };
  const forget = (instanceId: string): void => {
    const watch = watches.get(instanceId);
    if (!watch) return;
    for (const timer of watch.timers) timer.cancel();
    recorder.forget(watch.taskId);
    watches.delete(instanceId);
  };
  return {
    observe(instance) {
      if (instance.checks === 0) return;
      if (instance.condition !== 'Running' && instance.condition !== 'Unreachable') return forget(instance.id);
      if (watches.get(instance.id)?.taskId === instance.taskId) return;
      forget(instance.id);
      const app = parts.appOf(instance);
      if (app) begin(instance, app);
    },
    forget,
    report(instance, outcome) {
      const { taskId } = instance;
      const checks = parts.appOf(instance)?.healthChecks ?? [];
      const index = checks.findIndex(runByExecutor);
      const check = checks[index];
      // The executor keeps the grace period and the count itself, and kills the task when it is time.
      if (check) recorder.record({ taskId, index, check: { ...check, gracePeriodSeconds: 0, maxConsecutiveFailures: 0 } }, outcome);
    },
    stop() {
      for (const id of watches.keys()) forget(id);
    },
  };
}
