import { asApp, asPod } from '../../api/marathon/run-spec.ts';
import type { MarathonCore, MarathonInfo } from './core.ts';
import type { Catalog } from './definitions/catalog.ts';
import type { FailureBook } from './definitions/failure-book.ts';
import { deploymentView, type DeploymentRunner } from './deployments/deployment-runner.ts';
import type { WishedState } from './deployments/wished-state.ts';
import type { EventBus } from './event-bus.ts';
import type { InstanceKiller } from './instances/instance-killer.ts';
import type { InstanceTracker } from './instances/instance-tracker.ts';
import type { LaunchQueue } from './placement/launch-queue.ts';

/** The engine as the HTTP layer sees it. */
export function createCore(parts: {
  catalog: Catalog;
  tracker: InstanceTracker;
  failures: FailureBook;
  runner: DeploymentRunner;
  queue: LaunchQueue;
  killer: InstanceKiller;
  wished: WishedState;
  bus: EventBus;
  info: () => MarathonInfo;
  readinessOf: (appId: string) => unknown[];
  demandChanged: (anew: boolean) => void;
  /** Instances of it are gone: others may be needed. */
  instancesLost: (appId: string) => void;
}): MarathonCore {
  const { catalog, tracker, failures, runner, queue, killer, wished, bus } = parts;
  return {
    root: catalog.root,
    app: (id) => asApp(catalog.spec(id)),
    pod: (id) => asPod(catalog.spec(id)),
    versions: catalog.versions,
    appAt: (id, version) => asApp(catalog.specAt(id, version)),
    podAt: (id, version) => asPod(catalog.specAt(id, version)),
    instances: (appId) => (appId === undefined ? tracker.all() : tracker.of(appId)),
    lastTaskFailure: failures.of,
    deployments: () => runner.all().map((deployment) => deploymentView(deployment, parts.readinessOf)),
    deploymentsOf: (appId) => runner.touching([appId]),
    queue: queue.entries,
    info: parts.info,
    update: wished.update,
    adjust: wished.adjust,
    dryRun: wished.dryRun,
    cancelDeployment: wished.cancel,
    killTasks(taskIds, { wipe }) {
      const known = [...new Set(taskIds.flatMap((taskId) => tracker.byTask(taskId) ?? []))];
      const chosen = wipe ? known : known.filter(({ condition }) => condition !== 'Scheduled');
      if (wipe) killer.wipe(chosen);
      else killer.kill(chosen);
      const lost = chosen.filter(({ id }) => !tracker.get(id));
      if (lost.length > 0) parts.demandChanged(true);
      for (const appId of new Set(lost.map((instance) => instance.appId))) parts.instancesLost(appId);
      return chosen;
    },
    resetDelay(appId) {
      const queued = queue.resetDelay(appId);
      if (queued) parts.demandChanged(true);
      return queued;
    },
    publish: bus.publish,
    onEvent: bus.onEvent,
  };
}
