import type { RunSpec } from '../../../api/marathon/run-spec.ts';
import { isResident } from '../../../api/marathon/resident-rules.ts';
import { poolOf, subtractPools, type Pool } from '../../../api/mesos/quantities.ts';
import type { Offer, Operation } from '../../../api/mesos/scheduler.ts';
import type { Random } from '../../kernel/random.ts';
import type { InstanceChange } from '../instances/instance-tracker.ts';
import { matchReserved, matchToReserve } from '../reservations/match-resident.ts';
import { reservedPools } from '../reservations/reservation-label.ts';
import { freeOperations } from '../reservations/reserve-operations.ts';
import type { InstanceRecord } from '../state.ts';
import type { ValueCounts } from './constraints.ts';
import { matchOffer, type Match, type OfferedPlace } from './offer-matcher.ts';
import { placementFacts, placementValue } from './placement-value.ts';
import { launch, reserve, type Provision } from './provision.ts';

/** Marathon's --max_instances_per_offer: so that one agent does not get all there is to launch. */
const MOST_PER_OFFER = 5;

/** An instance to launch, with the definition that it is to run. */
export interface Chosen {
  instance: InstanceRecord;
  definition: RunSpec;
}

/** An app or pod with instances to launch. */
export interface Candidate {
  spec: RunSpec;
  /** Whether its group insists on its role: tasks are told so. */
  roleEnforced: boolean;
  /** Its instances one after the other, for an offer with reservations of those instances. */
  instances: (reservedHere: ReadonlySet<string>) => Iterator<Chosen>;
  placed: (field: string) => ValueCounts;
}

export interface PlanContext {
  random: Random;
  now: number;
  /** Reservations are marked with it. */
  frameworkId: string;
  /** For new volumes. */
  newId: () => string;
  /** Whether there is such an instance, for which something is reserved. */
  hasReservation: (instanceId: string) => boolean;
}

export interface OfferPlan {
  offer: Offer;
  /** What Mesos is asked to do with it; nothing means that it is declined. */
  operations: Operation[];
  changes: InstanceChange[];
  /** Per candidate that was looked at: whether it got something of the offer, and else why not. */
  results: { appId: string; match: Match }[];
}

/**
 * Decides what to do with one offer: what is reserved for nobody any more is given back, then candidates in turn get one instance
 * each, until the offer is used up or nothing more fits. Changes nothing.
 */
export function planOffer(offer: Offer, candidates: readonly Candidate[], context: PlanContext): OfferPlan {
  const left = poolOf(offer.resources);
  const reserved = reservedPools(left, context.frameworkId);
  const unneeded = [...reserved].filter(([id]) => !context.hasReservation(id));
  const offered: OfferedPlace = {
    place: placementFacts(offer),
    allocatedRole: offer.allocation_info.role,
    left: unneeded.reduce((rest, [, pool]) => subtractPools(rest, pool), left),
  };
  const { provisions, results } = provide(offer, offered, reserved, candidates, context);
  return {
    offer,
    operations: [
      ...unneeded.flatMap(([id, pool]) => freeOperations(id, pool, offered.allocatedRole)),
      ...merged(provisions.flatMap(({ operations }) => operations)),
    ],
    changes: provisions.map(({ change }) => change),
    results: [...results].map(([appId, match]) => ({ appId, match })),
  };
}

function provide(
  offer: Offer,
  offered: OfferedPlace,
  reserved: ReadonlyMap<string, Pool>,
  candidates: readonly Candidate[],
  context: PlanContext,
): { provisions: Provision[]; results: Map<string, Match> } {
  const provisions: Provision[] = [];
  const results = new Map<string, Match>();
  const here = new Set(reserved.keys());
  let open = candidates.map((candidate) => ({ ...candidate, waiting: candidate.instances(here) }));
  while (open.length > 0 && provisions.length < MOST_PER_OFFER) {
    open = open.filter(({ spec, waiting, placed, roleEnforced }) => {
      if (provisions.length >= MOST_PER_OFFER) return false;
      const { value: chosen, done } = waiting.next();
      if (done) return false;
      const countsOf = (field: string): ValueCounts => withProvisions(placed(field), field, spec.id, provisions);
      const match = matchInstance(chosen, offered, reserved, countsOf, context.random);
      if (!match.ok) {
        if (!results.has(spec.id)) results.set(spec.id, match);
        return false;
      }
      results.set(spec.id, match);
      offered.left = subtractPools(offered.left, match.taken);
      const place = { offer, facts: offered.place, roleEnforced, now: context.now, ...match };
      provisions.push(
        needsReservation(chosen)
          ? reserve(chosen.instance, chosen.definition, place, context)
          : launch(chosen.instance, chosen.definition, place),
      );
      return true;
    });
  }
  return { provisions, results };
}

const needsReservation = ({ instance, definition }: Chosen): boolean => isResident(definition) && instance.reservedAt === undefined;

function matchInstance(
  chosen: Chosen,
  offered: OfferedPlace,
  reserved: ReadonlyMap<string, Pool>,
  countsOf: (field: string) => ValueCounts,
  random: Random,
): Match {
  const { instance, definition } = chosen;
  if (needsReservation(chosen)) return matchToReserve(definition, offered, countsOf, random);
  if (instance.reservedAt === undefined) return matchOffer(definition, offered, countsOf, random);
  return matchReserved(definition, instance, reserved.get(instance.id), offered, countsOf, random);
}

/** The counts with what this plan places and the tracker does not know yet. */
function withProvisions(counts: ValueCounts, field: string, appId: string, provisions: readonly Provision[]): ValueCounts {
  const sum = new Map(counts);
  for (const { change } of provisions) {
    const { before, after } = change;
    // What is launched where something is reserved for it counts there already.
    const value = after?.appId === appId && after.placement && !before?.placement ? placementValue(after.placement, field) : undefined;
    if (value !== undefined) sum.set(value, (sum.get(value) ?? 0) + 1);
  }
  return sum;
}

/** All tasks of apps in one operation, after what is reserved; each pod in one of its own: its tasks are launched together or not at all. */
function merged(operations: readonly Operation[]): Operation[] {
  const task_infos = operations.flatMap((operation) => (operation.type === 'LAUNCH' ? operation.launch.task_infos : []));
  const others = operations.filter(({ type }) => type !== 'LAUNCH');
  return task_infos.length > 0 ? [...others, { type: 'LAUNCH', launch: { task_infos } }] : others;
}
