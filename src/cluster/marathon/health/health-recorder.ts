import type { HealthCheckDefinition } from '../../../api/marathon/definition.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { HealthResult } from '../core.ts';
import type { Publish } from '../event-bus.ts';
import { instanceHealthChanged } from '../instances/instance-events.ts';
import type { InstanceTracker } from '../instances/instance-tracker.ts';
import type { InstanceRecord } from '../state.ts';
import { checkFailed, healthStatusChanged } from './health-events.ts';
import { afterCheck, overallHealth } from './health-rules.ts';
import type { ProbeOutcome } from '../../kernel/probe.ts';

export interface CheckOfTask {
  taskId: string;
  /** Which of the app's checks. */
  index: number;
  check: HealthCheckDefinition;
}

/** Keeps the results of health checks, shows them at the instances, and tells what changed. Health is not stored: it is found out again. */
export interface HealthRecorder {
  record: (of: CheckOfTask, outcome: ProbeOutcome) => void;
  forget: (taskId: string) => void;
}

export interface HealthReactions {
  onHealthChanged: (instance: InstanceRecord) => void;
  /** A task failed a check too often in a row. */
  onUnhealthy: (instance: InstanceRecord, cause: string) => void;
}

export function createHealthRecorder(
  parts: { clock: Clock; tracker: InstanceTracker; publish: Publish } & HealthReactions,
): HealthRecorder {
  const { clock, tracker, publish } = parts;
  /** By task, then by the index of the check. */
  const results = new Map<string, (HealthResult | undefined)[]>();

  const show = (instance: InstanceRecord, known: readonly (HealthResult | undefined)[]): InstanceRecord => {
    const after = { ...instance, health: known.filter((result) => result !== undefined) };
    tracker.show([{ before: instance, after }]);
    return after;
  };
  const tellOverall = (before: InstanceRecord, after: InstanceRecord, now: number): void => {
    const health = overallHealth(after.health, after.checks);
    if (health === overallHealth(before.health, before.checks)) return;
    publish(instanceHealthChanged(after, health, now));
    parts.onHealthChanged(after);
  };
  return {
    record({ taskId, index, check }, outcome) {
      const instance = tracker.byTask(taskId);
      if (instance?.condition !== 'Running') return;
      const now = clock.now();
      const ofTask = results.get(taskId) ?? [];
      const known = ofTask[index];
      const at = { instanceId: instance.id, startedAt: Date.parse(instance.startedAt ?? ''), now };
      const { result, failed, kill } = afterCheck(known, outcome, check, at);
      if (failed) publish(checkFailed(instance, check, now));
      if (!result || result === known) return;
      ofTask[index] = result;
      results.set(taskId, ofTask);
      const after = show(instance, ofTask);
      if (known?.alive !== result.alive) publish(healthStatusChanged(after, result.alive, now));
      tellOverall(instance, after, now);
      if (kill) parts.onUnhealthy(tracker.byTask(taskId) ?? after, result.lastFailureCause ?? 'unknown');
    },
    forget: (taskId) => void results.delete(taskId),
  };
}
