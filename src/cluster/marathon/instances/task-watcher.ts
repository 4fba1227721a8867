import { asApp, type RunSpec } from '../../../api/marathon/run-spec.ts';
import type { TaskStatus } from '../../../api/mesos/task.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Catalog } from '../definitions/catalog.ts';
import type { FailureBook } from '../definitions/failure-book.ts';
import type { ActionRunner } from '../deployments/action-runner.ts';
import type { DeploymentRunner } from '../deployments/deployment-runner.ts';
import type { Publish } from '../event-bus.ts';
import { unhealthyInstanceKilled } from '../health/health-events.ts';
import { createHealthMonitor } from '../health/health-monitor.ts';
import type { Probe } from '../../kernel/probe.ts';
import { createReadinessMonitor, type ReadinessResult } from '../health/readiness-monitor.ts';
import type { MesosLink } from '../mesos-link.ts';
import type { LaunchQueue } from '../placement/launch-queue.ts';
import type { InstanceRecord } from '../state.ts';
import type { InstanceKiller } from './instance-killer.ts';
import type { InstanceTracker } from './instance-tracker.ts';
import { createStatusHandler } from './status-handler.ts';
import { taskFailure } from './status-rules.ts';
import { createTaskReconciler } from './task-reconciler.ts';
import { createUnreachableWatch } from './unreachable-watch.ts';

/** All that follows what becomes of tasks: what Mesos says of them, what checks find, and how long they are not reached. */
export interface TaskWatcher {
  onStatus: (status: TaskStatus) => void;
  /** Asks Mesos about all tasks: after a subscription. */
  reconcile: () => void;
  readinessOf: (appId: string) => ReadinessResult[];
  /** To be called when instances of an app or pod are gone: it may need others, or its deployment goes on. */
  instancesChanged: (appId: string) => void;
  stop: () => void;
}

export function createTaskWatcher(parts: {
  kernel: Kernel;
  catalog: Catalog;
  tracker: InstanceTracker;
  failures: FailureBook;
  queue: LaunchQueue;
  link: MesosLink;
  killer: InstanceKiller;
  actions: ActionRunner;
  runner: DeploymentRunner;
  probe: Probe | undefined;
  publish: Publish;
  demandChanged: (anew: boolean) => void;
}): TaskWatcher {
  const { kernel, catalog, tracker, runner } = parts;
  const definitionOf = ({ appId, version }: InstanceRecord): RunSpec | undefined => catalog.specAt(appId, version) ?? catalog.spec(appId);
  const appOf = (instance: InstanceRecord) => asApp(definitionOf(instance));
  const instancesChanged = (id: string): void => {
    const spec = catalog.spec(id);
    if (runner.touching([id]).length > 0) runner.instancesChanged(id);
    else if (spec) parts.actions.reconcileScale(spec);
  };
  const health = createHealthMonitor({
    ...parts,
    appOf,
    onHealthChanged: ({ appId }) => runner.instancesChanged(appId),
    onUnhealthy: unhealthyKiller(parts),
  });
  const readiness = createReadinessMonitor({ ...parts, appOf, onReady: runner.instancesChanged });
  const unreachable = createUnreachableWatch({ ...parts, definitionOf, onGivenUp: instancesChanged });
  const reconciler = createTaskReconciler({ clock: kernel.clock, tracker, link: parts.link });
  const onInstanceChanged = runner.instancesChanged;
  const observe = (instance: InstanceRecord): void => {
    for (const watch of [health, readiness, unreachable]) watch.observe(instance);
  };
  const forget = (instance: InstanceRecord): void => {
    health.forget(instance.id);
    readiness.forget(instance);
  };
  const handle = createStatusHandler({ ...parts, health, observe, forget, definitionOf, onInstanceChanged, onComeBack: instancesChanged });
  for (const instance of tracker.all()) observe(instance);
  return {
    onStatus(status) {
      reconciler.heard(status.task_id.value);
      handle(status);
    },
    reconcile: reconciler.begin,
    readinessOf: readiness.resultsOf,
    instancesChanged,
    stop() {
      for (const { stop } of [reconciler, health, readiness, unreachable]) stop();
    },
  };
}

/** Kills what failed a health check too often. The failure is kept, though the task ends as killed (FACTS 51). */
function unhealthyKiller(parts: { kernel: Kernel; failures: FailureBook; killer: InstanceKiller; publish: Publish }) {
  const { kernel, failures, killer, publish } = parts;
  return (instance: InstanceRecord, cause: string): void => {
    const now = kernel.clock.now();
    const failure = taskFailure(instance, 'TASK_KILLED', `Task was killed since health check failed. Reason: ${cause}`, now);
    kernel.store.write(failures.writes(failure));
    failures.show(failure);
    publish(unhealthyInstanceKilled(instance, cause, now));
    killer.kill([instance]);
  };
}
