import type { UnreachableStrategy } from '../../../api/marathon/definition.ts';
import type { RunSpec } from '../../../api/marathon/run-spec.ts';
import { isTerminal, type TaskStatus } from '../../../api/mesos/task.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { FailureBook } from '../definitions/failure-book.ts';
import type { Publish } from '../event-bus.ts';
import type { HealthMonitor } from '../health/health-monitor.ts';
import type { MesosLink } from '../mesos-link.ts';
import type { LaunchQueue } from '../placement/launch-queue.ts';
import { isAtRest, timestamp, type InstanceRecord } from '../state.ts';
import { instanceOfTask } from '../tasks/task-ids.ts';
import type { InstanceKiller } from './instance-killer.ts';
import type { InstanceTracker } from './instance-tracker.ts';
import { applyPodStatus } from './pod-status-rules.ts';
import { applyStatus, type StatusOutcome } from './status-rules.ts';

/** Takes in what Mesos says about tasks: stored first, then told, acknowledged, and passed on to who waits for it. */
export function createStatusHandler(parts: {
  kernel: Kernel;
  tracker: InstanceTracker;
  failures: FailureBook;
  queue: LaunchQueue;
  link: MesosLink;
  killer: InstanceKiller;
  health: Pick<HealthMonitor, 'report'>;
  /** Watches the task, as it now is; or no more. */
  observe: (instance: InstanceRecord) => void;
  forget: (instance: InstanceRecord) => void;
  publish: Publish;
  definitionOf: (instance: InstanceRecord) => RunSpec | undefined;
  demandChanged: (anew: boolean) => void;
  onInstanceChanged: (appId: string) => void;
  /** A task is heard of again after another one took its place: there may be one too many. */
  onComeBack: (appId: string) => void;
}): (status: TaskStatus) => void {
  const { kernel, tracker, failures, queue, link, killer, health, publish } = parts;

  const acknowledge = ({ uuid, agent_id, task_id }: TaskStatus): void => {
    if (uuid !== undefined && agent_id) link.call({ type: 'ACKNOWLEDGE', acknowledge: { agent_id, task_id, uuid } });
  };
  const unknown = (status: TaskStatus): void => {
    const { value: id } = status.task_id;
    const now = kernel.clock.now();
    const instanceId = instanceOfTask(id);
    if (!isTerminal(status.state)) {
      // It runs, but nobody wants it: an unreachable task that was replaced, or a launch that was given up.
      const lives = status.state !== 'TASK_UNREACHABLE' && status.state !== 'TASK_UNKNOWN' && status.state !== 'TASK_KILLING';
      if (lives) killer.killUnknown(id, status.agent_id?.value);
    } else if (instanceId !== undefined && !tracker.get(instanceId)) {
      const runSpecId = `/${instanceId.slice(0, instanceId.lastIndexOf('.')).replaceAll('_', '/')}`;
      publish({
        instanceId,
        runSpecId,
        condition: status.state.replace('TASK_', ''),
        eventType: 'unknown_instance_terminated_event',
        timestamp: timestamp(now),
      });
    }
  };
  const react = (instance: InstanceRecord, outcome: StatusOutcome, definition: RunSpec | undefined, status: TaskStatus): void => {
    if (outcome.delaysLaunch && definition) queue.delay(definition);
    if (outcome.ended) {
      parts.forget(instance);
      parts.demandChanged(outcome.after !== undefined);
    } else if (outcome.after) {
      parts.observe(outcome.after);
      if (status.healthy !== undefined)
        health.report(outcome.after, { ok: status.healthy, ...(status.message && { cause: status.message }) });
    }
    if (instance.condition === 'UnreachableInactive') parts.onComeBack(instance.appId);
    else parts.onInstanceChanged(instance.appId);
  };
  return (status) => {
    const instance = tracker.byTask(status.task_id.value);
    if (!instance || instance.condition === 'Scheduled' || isAtRest(instance)) {
      unknown(status);
      acknowledge(status);
      return;
    }
    const definition = parts.definitionOf(instance);
    const outcome = outcomeOf(instance, status, definition?.unreachableStrategy ?? 'disabled', kernel.clock.now());
    tracker.save(
      [{ before: instance, ...(outcome.after && { after: outcome.after }) }],
      outcome.failure ? failures.writes(outcome.failure) : [],
    );
    if (outcome.failure) failures.show(outcome.failure);
    for (const event of outcome.events) publish(event);
    acknowledge(status);
    react(instance, outcome, definition, status);
  };
}

const outcomeOf = (instance: InstanceRecord, status: TaskStatus, unreachable: UnreachableStrategy, now: number): StatusOutcome =>
  instance.tasks
    ? applyPodStatus({ ...instance, tasks: instance.tasks }, status, unreachable, now)
    : applyStatus(instance, status, unreachable, now);
