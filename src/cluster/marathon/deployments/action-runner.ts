import { isResident } from '../../../api/marathon/resident-rules.ts';
import { isPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { DeploymentAction } from '../core.ts';
import type { Catalog } from '../definitions/catalog.ts';
import type { Publish } from '../event-bus.ts';
import { instanceChanged } from '../instances/instance-events.ts';
import type { InstanceKiller } from '../instances/instance-killer.ts';
import type { InstanceTracker } from '../instances/instance-tracker.ts';
import { healthCheckCount } from '../health/health-rules.ts';
import { isAtRest, timestamp, type InstanceRecord } from '../state.ts';
import { APP_TASK, instanceId, taskId } from '../tasks/task-ids.ts';
import { targetOf, verbOf } from './deployment-actions.ts';
import { decideRestart, decideScale, decideStop, upgradeBounds, type ActionDecision } from './action-rules.ts';
import { sumCounts, type InstanceCounts } from './instance-counts.ts';
import { selectToKill } from './kill-selection.ts';

export interface ActionRunner {
  /** Does what the action needs next; true once it is complete. To be called again after each change of the app's instances. */
  advance: (action: DeploymentAction) => boolean;
  /** Brings the number of instances to what is wished, outside of a deployment. */
  reconcileScale: (spec: RunSpec) => void;
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

  const schedule = (spec: RunSpec, count: number): void => {
    const now = kernel.clock.now();
    const resting = isResident(spec) ? tracker.of(spec.id).filter(isAtRest).slice(0, count) : [];
    const woken = resting.map((before) => ({ before, after: wakened(before, spec, now) }));
    const added = Array.from({ length: count - woken.length }, () => ({ after: newInstance(spec, kernel.ids.timeUuid(), now) }));
    tracker.save([...woken, ...added]);
    for (const { after } of [...woken, ...added]) publish(instanceChanged(after, now));
  };
  const retire = (spec: RunSpec, count: number, chosen: (version: string) => boolean): void => {
    if (count === 0) return;
    const counted = tracker.staying(spec.id, chosen).filter(({ condition }) => condition !== 'UnreachableInactive');
    killer.retire(selectToKill(spec, counted, count), 'Stopped');
  };
  const apply = (spec: RunSpec, decision: ActionDecision, isOld: (version: string) => boolean): void => {
    retire(spec, decision.killOld, isOld);
    retire(spec, decision.killNew, (version) => !isOld(version));
    if (decision.schedule > 0) schedule(spec, decision.schedule);
    if (decision.killOld + decision.killNew + decision.schedule > 0) demandChanged(decision.schedule > 0);
  };
  const scale = (spec: RunSpec): boolean => {
    apply(spec, decideScale(spec.instances, tracker.totals(spec.id)), () => false);
    return decideScale(spec.instances, tracker.totals(spec.id)).done;
  };
  const restart = (spec: RunSpec): boolean => {
    const bounds = upgradeBounds(spec.instances, spec.upgradeStrategy, isResident(spec));
    const decide = (): ActionDecision => {
      const fresh = tracker.ofVersion(spec.id, spec.version);
      return decideRestart(spec.instances, bounds, without(tracker.totals(spec.id), fresh), fresh);
    };
    const move = (): void => apply(spec, decide(), (version) => version !== spec.version);
    move();
    // What was forgotten at once, since it is out of reach, left room that nothing else would tell of.
    move();
    return decide().done;
  };
  const stop = (id: string): boolean => {
    const left = tracker.of(id).filter(({ goal }) => goal !== 'Decommissioned');
    if (left.length > 0) {
      killer.retire(left, 'Decommissioned');
      demandChanged(false);
    }
    return decideStop(tracker.totals(id)).done;
  };
  return {
    advance(action) {
      const [id, verb] = [targetOf(action), verbOf(action)];
      if (verb === 'Stop') return stop(id);
      const spec = catalog.spec(id);
      // What a forced change removed meanwhile leaves nothing to do; its removal is a deployment of its own.
      if (!spec || verb === 'Start') return true;
      return verb === 'Restart' ? restart(spec) : scale(spec);
    },
    reconcileScale: (spec) => void scale(spec),
  };
}

const without = (all: InstanceCounts, part: InstanceCounts): InstanceCounts =>
  sumCounts(all, { scheduled: -part.scheduled, live: -part.live, retiring: -part.retiring, serving: -part.serving });

/** An instance that was stopped, wanted again for that definition: on what is reserved for it. */
const wakened = (instance: InstanceRecord, spec: RunSpec, now: number): InstanceRecord => ({
  ...instance,
  goal: 'Running',
  condition: 'Scheduled',
  version: spec.version,
  checks: healthCheckCount(spec),
  ...(isPod(spec) && { since: timestamp(now) }),
});

function newInstance(spec: RunSpec, uuid: string, now: number): InstanceRecord {
  const id = instanceId(spec.id, uuid);
  return {
    id,
    appId: spec.id,
    taskId: taskId(id, isPod(spec) ? (spec.containers[0]?.name ?? '') : APP_TASK, 1),
    version: spec.version,
    condition: 'Scheduled',
    hostPorts: [],
    ipAddresses: [],
    health: [],
    localVolumes: [],
    goal: 'Running',
    incarnation: 0,
    createdAt: now,
    checks: healthCheckCount(spec),
    ...(isPod(spec) && { since: timestamp(now) }),
  };
}
