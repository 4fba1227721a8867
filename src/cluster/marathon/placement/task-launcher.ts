import { isResident } from '../../../api/marathon/resident-rules.ts';
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
import type { FreedReservations } from '../reservations/freed-reservations.ts';
import { createReservationTimeouts } from '../reservations/reservation-timeouts.ts';
import { residentOrder } from './launch-order.ts';
import type { LaunchQueue } from './launch-queue.ts';
import { planOffer, type Candidate, type OfferPlan } from './offer-planner.ts';
import { countUnused, countUsed } from './offer-statistics.ts';

/** How long the resources of an agent that nothing fits on stay away, in seconds; a REVIVE ends it. */
const REFUSE_SECONDS = 5;

export interface TaskLauncher {
  onOffers: (offers: readonly Offer[]) => void;
  /** To be called after each change of what waits. `anew`: something began to wait, which refused offers may fit. */
  demandChanged: (anew: boolean) => void;
  stop: () => void;
}

export function createTaskLauncher(parts: {
  kernel: Kernel;
  catalog: Catalog;
  tracker: InstanceTracker;
  freed: FreedReservations;
  queue: LaunchQueue;
  link: MesosLink;
  publish: Publish;
  /** Known once Marathon is subscribed, and so before any offer. */
  frameworkId: () => string | undefined;
  /** An instance of that app is gone, since what was to be reserved for it is not there. */
  onGivenUp: (appId: string) => void;
}): TaskLauncher {
  const { kernel, catalog, tracker, freed, queue, link, publish } = parts;
  const candidateOf = (spec: RunSpec): Candidate => ({
    spec,
    roleEnforced: isRoleEnforced(catalog.root(), spec.id),
    placed: (field) => tracker.placed(spec.id, field),
    *instances(reservedHere) {
      const waiting = tracker.waiting(spec.id);
      const ordered = isResident(spec) ? residentOrder(waiting, reservedHere) : waiting;
      for (const instance of ordered) yield { instance, definition: catalog.specAt(spec.id, instance.version) ?? spec };
    },
  });
  const demandChanged = (anew: boolean): void => {
    queue.refresh();
    link.wantOffers(new Set([...rolesToLaunch(queue.launchable(), tracker), ...freed.roles()]), anew);
  };
  const timeouts = createReservationTimeouts({ kernel, tracker, publish, onGivenUp: parts.onGivenUp });
  for (const instance of tracker.all()) timeouts.observe(instance);
  const answer = (plans: readonly OfferPlan[]): void => {
    const unused = plans.filter(({ operations }) => operations.length === 0).map(({ offer }) => offer.id);
    for (const { offer, operations } of plans) if (operations.length > 0) link.call(acceptance(offer.id, operations));
    if (unused.length > 0) link.call({ type: 'DECLINE', decline: { offer_ids: unused, filters: { refuse_seconds: REFUSE_SECONDS } } });
  };
  const use = (offer: Offer, now: number): OfferPlan => {
    const plan = planOffer(offer, queue.launchable().map(candidateOf), {
      random: kernel.random,
      now,
      frameworkId: parts.frameworkId() ?? '',
      newId: () => kernel.ids.timeUuid(),
      hasReservation: (id) => tracker.get(id)?.reservedAt !== undefined,
    });
    try {
      // Stored before it is acted upon: after a crash the task is asked for, not started a second time.
      tracker.save(plan.changes);
    } catch (fault) {
      kernel.log.error(`Nothing is launched, since it can not be stored: ${String(fault)}`);
      return { ...plan, operations: [] };
    }
    for (const { after } of plan.changes) {
      if (!after) continue;
      publish(instanceChanged(after, now));
      timeouts.observe(after);
    }
    note(queue, plan, now);
    return plan;
  };
  return {
    onOffers(offers) {
      const now = kernel.clock.now();
      answer(offers.map((offer) => use(offer, now)));
      demandChanged(false);
    },
    demandChanged,
    stop: timeouts.stop,
  };
}

/** Remembers for each app what became of the offer, for those who ask why it waits. */
function note(queue: LaunchQueue, { offer, results }: OfferPlan, now: number): void {
  for (const { appId, match } of results) {
    const statistics = queue.statistics(appId);
    if (match.ok) countUsed(statistics, offer.agent_id.value, now);
    else countUnused(statistics, offer.agent_id.value, { offer, reason: match.reasons, at: now });
  }
}

/** The roles for which offers are of use: those of what waits, and those that something is reserved for that may be launched. */
function* rolesToLaunch(specs: readonly RunSpec[], tracker: InstanceTracker): Generator<string> {
  for (const spec of specs) {
    yield spec.role;
    if (isResident(spec)) for (const { role } of tracker.waiting(spec.id)) if (role !== undefined) yield role;
  }
}

/** What is left of a used offer comes back at once: there may be more to launch. */
const acceptance = (offer: Id, operations: Operation[]) => ({
  type: 'ACCEPT' as const,
  accept: { offer_ids: [offer], operations, filters: { refuse_seconds: 0 } },
});
