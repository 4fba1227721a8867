import type { ConnectScheduler, FrameworkInfo, Offer, OperationStatus } from '../../api/mesos/scheduler.ts';
import type { TaskStatus } from '../../api/mesos/task.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { MarathonCore, MarathonInfo } from './core.ts';
import { createCatalog, type Catalog } from './definitions/catalog.ts';
import { createGroupHistory, type GroupHistory } from './definitions/group-history.ts';
import { createFreedReservations } from './reservations/freed-reservations.ts';
import { createFailureBook } from './definitions/failure-book.ts';
import { actionHooks } from './deployments/action-hooks.ts';
import { createActionRunner, type ActionRunner } from './deployments/action-runner.ts';
import { affectedSpecs } from './deployments/deployment-actions.ts';
import { createDeploymentRunner, type DeploymentRunner } from './deployments/deployment-runner.ts';
import { createWishedState } from './deployments/wished-state.ts';
import type { EventBus } from './event-bus.ts';
import type { Probe } from '../kernel/probe.ts';
import { createInstanceKiller, type InstanceKiller } from './instances/instance-killer.ts';
import { createInstanceTracker, type InstanceTracker } from './instances/instance-tracker.ts';
import { isUnconfirmed } from './instances/status-rules.ts';
import { createTaskWatcher } from './instances/task-watcher.ts';
import { createCore } from './marathon-core.ts';
import { createMesosLink, type MesosLink } from './mesos-link.ts';
import { createLaunchQueue } from './placement/launch-queue.ts';
import { createTaskLauncher } from './placement/task-launcher.ts';
import { COLLECTIONS, timestamp, type DeploymentRecord, type InstanceRecord } from './state.ts';

/** Marathon's parts put together; what Mesos says goes in by `resume`, `onOffers` and `onStatus`. */
export interface Engine {
  core: MarathonCore;
  groupHistory: GroupHistory;
  link: MesosLink;
  resume: () => void;
  onOffers: (offers: readonly Offer[]) => void;
  onStatus: (status: TaskStatus) => void;
  onOperation: (status: OperationStatus) => void;
  review: () => void;
  stop: () => void;
}

export interface EngineOptions {
  findMaster: () => { connectScheduler: ConnectScheduler } | undefined;
  framework: (roles: string[]) => FrameworkInfo;
  /** Marathon's own role. */
  role: string;
  info: () => MarathonInfo;
  probe: Probe | undefined;
  bus: EventBus;
}

export function createEngine(kernel: Kernel, options: EngineOptions): Engine {
  const { clock, store } = kernel;
  const { publish } = options.bus;
  const catalog = createCatalog(store, timestamp(clock.now()));
  const history = createGroupHistory(store, catalog.root(), catalog.specAt);
  const freed = createFreedReservations(store, clock);
  const tracker = createInstanceTracker(store, freed);
  const failures = createFailureBook(store);
  const roles = (): Set<string> => new Set([options.role, ...[...catalog.specs()].map(({ role }) => role)]);
  const link = createMesosLink({ clock, roles, findMaster: options.findMaster, framework: options.framework });
  const queue = createLaunchQueue({ clock, catalog, tracker }, () => launcher.demandChanged(true));
  const shared = { kernel, catalog, tracker, queue, link, publish };
  const launcher = createTaskLauncher({
    ...shared,
    freed,
    frameworkId: () => options.info().frameworkId,
    onGivenUp: (appId) => watcher.instancesChanged(appId),
  });
  const killer = createInstanceKiller({ kernel, tracker, link, publish });
  const { demandChanged } = launcher;
  const actions = createActionRunner({ kernel, catalog, tracker, killer, publish, demandChanged });
  const hooks = actionHooks({ kernel, catalog, queue, failures, publish });
  const runner = createDeploymentRunner({ kernel, publish, actions, ...hooks });
  const watcher = createTaskWatcher({ ...shared, failures, killer, actions, runner, probe: options.probe, demandChanged });
  const resumed = store.list<DeploymentRecord>(COLLECTIONS.deployments).map(([, deployment]) => deployment);
  for (const deployment of resumed) runner.add(deployment);
  const wished = createWishedState({ kernel, catalog, history, runner, publish });
  for (const { id } of resumed) kernel.mailbox.post(() => runner.begin(id));
  return {
    core: createCore({
      catalog,
      tracker,
      failures,
      runner,
      queue,
      killer,
      wished,
      bus: options.bus,
      info: options.info,
      readinessOf: watcher.readinessOf,
      instancesLost: watcher.instancesChanged,
      demandChanged,
    }),
    groupHistory: history,
    link,
    resume() {
      watcher.reconcile();
      killer.resend();
      demandChanged(true);
    },
    onOffers: launcher.onOffers,
    onStatus: watcher.onStatus,
    onOperation(status) {
      freed.onOperation(status);
      demandChanged(false);
    },
    review() {
      review({ kernel, catalog, tracker, runner, actions, killer });
      demandChanged(false);
      link.reviewRoles();
    },
    stop() {
      link.stop();
      queue.stop();
      launcher.stop();
      killer.stop();
      watcher.stop();
    },
  };
}

/**
 * Looks at everything as if it had just changed, so that what fell through (a full disk at the wrong moment) goes on. Gives
 * up launches that Mesos never confirmed, and ends instances whose app or pod is gone while its removal was stopped by force.
 */
function review(parts: {
  kernel: Kernel;
  catalog: Catalog;
  tracker: InstanceTracker;
  runner: DeploymentRunner;
  actions: ActionRunner;
  killer: InstanceKiller;
}): void {
  const { kernel, catalog, tracker, runner, actions, killer } = parts;
  const now = kernel.clock.now();
  const isOrphan = ({ appId, goal }: InstanceRecord): boolean =>
    goal !== 'Decommissioned' && !catalog.spec(appId) && runner.touching([appId]).length === 0;
  killer.kill(tracker.all().filter((instance) => isUnconfirmed(instance, now)));
  killer.retire(tracker.all().filter(isOrphan), 'Decommissioned');
  for (const { steps } of runner.all()) for (const id of affectedSpecs(steps)) runner.instancesChanged(id);
  for (const spec of catalog.specs()) if (runner.touching([spec.id]).length === 0) actions.reconcileScale(spec);
}
