import type { RunSpec } from '../../../api/marathon/run-spec.ts';
import type { Id } from '../../../api/mesos/resources.ts';
import type { Offer, Operation } from '../../../api/mesos/scheduler.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Catalog } from '../definitions/catalog.ts';
import { isRoleEnforced } from '../definitions/group-roles.ts';
import type { Publish } from '../event-bus.ts';
import { instanceChanged } from '../instances/instance-events.ts';
import type { InstanceTracker } from '../instances/instance-tracker.ts';
import type { MesosLink } from '../mesos-link.ts';
import type { LaunchQueue } from './launch-queue.ts';
import { planOffer, type Candidate, type OfferPlan } from './offer-planner.ts';
import { countUnused, countUsed } from './offer-statistics.ts';

/** How long the resources of an agent that nothing fits on stay away, in seconds; a REVIVE ends it. */
const REFUSE_SECONDS = 5;

export interface TaskLauncher {
  onOffers: (offers: readonly Offer[]) => void;
  /** To be called after each change of what waits. `anew`: something began to wait, which refused offers may fit. */
  demandChanged: (anew: boolean) => void;
}

export function createTaskLauncher(parts: {
  kernel: Kernel;
  catalog: Catalog;
  tracker: InstanceTracker;
  queue: LaunchQueue;
  link: MesosLink;
  publish: Publish;
}): TaskLauncher {
  const { kernel, catalog, tracker, queue, link, publish } = parts;
  const candidateOf = (spec: RunSpec): Candidate => {
    const waiting = tracker.waiting(spec.id)[Symbol.iterator]();
    return {
      spec,
      roleEnforced: isRoleEnforced(catalog.root(), spec.id),
      placed: (field) => tracker.placed(spec.id, field),
      next() {
        const { value: instance, done } = waiting.next();
        return done ? undefined : { instance, definition: catalog.specAt(spec.id, instance.version) ?? spec };
      },
    };
  };
  const demandChanged = (anew: boolean): void => {
    queue.refresh();
    link.wantOffers(new Set(queue.launchable().map(({ role }) => role)), anew);
  };
  const answer = (plans: readonly OfferPlan[]): void => {
    const unused = plans.filter(({ launches }) => launches.length === 0).map(({ offer }) => offer.id);
    for (const { offer, launches } of plans) if (launches.length > 0) link.call(acceptance(offer.id, launches));
    if (unused.length > 0) link.call({ type: 'DECLINE', decline: { offer_ids: unused, filters: { refuse_seconds: REFUSE_SECONDS } } });
  };
  const note = ({ offer, results }: OfferPlan, now: number): void => {
    for (const { appId, match } of results) {
      const statistics = queue.statistics(appId);
      if (match.ok) countUsed(statistics, offer.agent_id.value, now);
      else countUnused(statistics, offer.agent_id.value, { offer, reason: match.reasons, at: now });
    }
  };
  const use = (offer: Offer, now: number): OfferPlan => {
    const nothing = { offer, launches: [], results: [] };
    const candidates = queue.launchable().map(candidateOf);
    if (candidates.length === 0) return nothing;
    const plan = planOffer(offer, candidates, kernel.random, now);
    try {
      // Stored before it is acted upon: after a crash the task is asked for, not started a second time.
      tracker.save(plan.launches.map(({ change }) => change));
    } catch (fault) {
      kernel.log.error(`Nothing is launched, since it can not be stored: ${String(fault)}`);
      return nothing;
    }
    for (const { change } of plan.launches) if (change.after) publish(instanceChanged(change.after, now));
    note(plan, now);
    return plan;
  };
  return {
    onOffers(offers) {
      const now = kernel.clock.now();
      answer(offers.map((offer) => use(offer, now)));
      demandChanged(false);
    },
    demandChanged,
  };
}

/** What is left of a used offer comes back at once: there may be more to launch. */
const acceptance = (offer: Id, launches: OfferPlan['launches']) => ({
  type: 'ACCEPT' as const,
  accept: {
    offer_ids: [offer],
    operations: operationsOf(launches),
    filters: { refuse_seconds: 0 },
  },
});

/** All tasks of apps in one operation, each pod in one of its own: its tasks are launched together or not at all. */
function operationsOf(launches: OfferPlan['launches']): Operation[] {
  const tasks = launches.flatMap((launch) => ('task' in launch ? [launch.task] : []));
  const groups = launches.flatMap((launch) => ('group' in launch ? [launch.group] : []));
  return [
    ...(tasks.length > 0 ? [{ type: 'LAUNCH' as const, launch: { task_infos: tasks } }] : []),
    ...groups.map((group) => ({ type: 'LAUNCH_GROUP' as const, launch_group: group })),
  ];
}
