import type { AppDefinition } from '../../../api/marathon/definition.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { DeploymentStep } from '../core.ts';
import type { Catalog } from '../definitions/catalog.ts';
import type { Publish } from '../event-bus.ts';
import { instanceChanged } from '../instances/instance-events.ts';
import type { InstanceKiller } from '../instances/instance-killer.ts';
import type { InstanceTracker } from '../instances/instance-tracker.ts';
import type { InstanceRecord } from '../state.ts';
import { instanceId, taskId } from '../tasks/task-ids.ts';
import { decideRestart, decideScale, decideStop, type ActionDecision } from './action-rules.ts';
import { sumCounts, type InstanceCounts } from './instance-counts.ts';
import { selectToKill } from './kill-selection.ts';

export type Action = DeploymentStep['actions'][number];

export interface ActionRunner {
  /** Does what the action needs next; true once it is complete. To be called again after each change of the app's instances. */
  advance: (action: Action) => boolean;
  /** Brings the number of instances to what the app wants, outside of a deployment. */
  reconcileScale: (app: AppDefinition) => void;
}

export function createActionRunner(parts: {
  kernel: Kernel;
  catalog: Catalog;
  tracker: InstanceTracker;
  killer: InstanceKiller;
  publish: Publish;
  demandChanged: (anew: boolean) => void;
}): ActionRunner {
  const { kernel, catalog, tracker, killer, publish, demandChanged } = parts;

  const schedule = (app: AppDefinition, count: number): void => {
    const now = kernel.clock.now();
    const added = Array.from({ length: count }, () => newInstance(app, kernel.ids.timeUuid(), now));
    tracker.save(added.map((after) => ({ after })));
    for (const instance of added) publish(instanceChanged(instance, now));
  };
  const retire = (app: AppDefinition, count: number, chosen: (version: string) => boolean): void => {
    if (count === 0) return;
    const counted = tracker.staying(app.id, chosen).filter(({ condition }) => condition !== 'UnreachableInactive');
    killer.retire(selectToKill(app, counted, count));
  };
  const apply = (app: AppDefinition, decision: ActionDecision, isOld: (version: string) => boolean): void => {
    retire(app, decision.killOld, isOld);
    retire(app, decision.killNew, (version) => !isOld(version));
    if (decision.schedule > 0) schedule(app, decision.schedule);
    if (decision.killOld + decision.killNew + decision.schedule > 0) demandChanged(decision.schedule > 0);
  };
  const scale = (app: AppDefinition): boolean => {
    apply(app, decideScale(app.instances, tracker.totals(app.id)), () => false);
    return decideScale(app.instances, tracker.totals(app.id)).done;
  };
  const restart = (app: AppDefinition): boolean => {
    const decide = (): ActionDecision => {
      const fresh = tracker.ofVersion(app.id, app.version);
      return decideRestart(app.instances, app.upgradeStrategy, without(tracker.totals(app.id), fresh), fresh);
    };
    apply(app, decide(), (version) => version !== app.version);
    return decide().done;
  };
  const stop = (id: string): boolean => {
    const left = tracker.staying(id, () => true);
    if (left.length > 0) {
      killer.retire(left);
      demandChanged(false);
    }
    return decideStop(tracker.totals(id)).done;
  };
  return {
    advance({ action, app: id }) {
      if (action === 'StopApplication') return stop(id);
      const app = catalog.app(id);
      // An app that a forced change removed meanwhile leaves nothing to do; its removal is a deployment of its own.
      if (!app || action === 'StartApplication') return true;
      return action === 'RestartApplication' ? restart(app) : scale(app);
    },
    reconcileScale: (app) => void scale(app),
  };
}

const without = (all: InstanceCounts, part: InstanceCounts): InstanceCounts =>
  sumCounts(all, { scheduled: -part.scheduled, live: -part.live, retiring: -part.retiring, serving: -part.serving });

function newInstance(app: AppDefinition, uuid: string, now: number): InstanceRecord {
  const id = instanceId(app.id, uuid);
  return {
    id,
    appId: app.id,
    taskId: taskId(id, 1),
    version: app.version,
    condition: 'Scheduled',
    hostPorts: [],
    ipAddresses: [],
    health: [],
    localVolumes: [],
    goal: 'Running',
    incarnation: 0,
    createdAt: now,
    checks: app.healthChecks?.length ?? 0,
  };
}
