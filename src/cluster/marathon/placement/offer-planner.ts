import { isPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import type { Offer } from '../../../api/mesos/scheduler.ts';
import { poolOf, subtractPools } from '../../../api/mesos/quantities.ts';
import type { TaskInfo } from '../../../api/mesos/task.ts';
import type { Random } from '../../kernel/random.ts';
import { healthCheckCount } from '../health/health-rules.ts';
import type { InstanceChange } from '../instances/instance-tracker.ts';
import { timestamp, type InstanceRecord, type PlacementFacts } from '../state.ts';
import { containerTasks, podTaskGroup, type TaskGroup } from '../tasks/pod-task-group.ts';
import { APP_TASK, taskId } from '../tasks/task-ids.ts';
import { taskInfo } from '../tasks/task-info.ts';
import type { ValueCounts } from './constraints.ts';
import { matchOffer, type Match, type OfferedPlace } from './offer-matcher.ts';
import { placementFacts, placementValue } from './placement-value.ts';

/** Marathon's --max_instances_per_offer: so that one agent does not get all there is to launch. */
const MOST_PER_OFFER = 5;

/** An app or pod with instances to launch. `next` hands out the one to launch, with the definition that it is to run. */
export interface Candidate {
  spec: RunSpec;
  /** Whether its group insists on its role: tasks are told so. */
  roleEnforced: boolean;
  next: () => { instance: InstanceRecord; definition: RunSpec } | undefined;
  placed: (field: string) => ValueCounts;
}

export interface OfferPlan {
  offer: Offer;
  launches: ({ change: InstanceChange } & ({ task: TaskInfo } | { group: TaskGroup }))[];
  /** Per candidate that was looked at: whether it got something of the offer, and else why not. */
  results: { appId: string; match: Match }[];
}

/**
 * Decides what to launch on one offer: candidates in turn, one instance each, until the offer is used up or nothing more
 * fits. Takes instances from the candidates; changes nothing else.
 */
export function planOffer(offer: Offer, candidates: readonly Candidate[], random: Random, now: number): OfferPlan {
  const offered: OfferedPlace = {
    place: placementFacts(offer),
    allocatedRole: offer.allocation_info.role,
    left: poolOf(offer.resources),
  };
  const launches: OfferPlan['launches'] = [];
  const results = new Map<string, Match>();
  let open = [...candidates];
  while (open.length > 0 && launches.length < MOST_PER_OFFER) {
    open = open.filter((candidate) => {
      if (launches.length >= MOST_PER_OFFER) return false;
      const chosen = candidate.next();
      if (!chosen) return false;
      const countsOf = (field: string): ValueCounts => withLaunches(candidate.placed(field), field, candidate.spec.id, launches);
      const match = matchOffer(chosen.definition, offered, countsOf, random);
      if (!match.ok) {
        if (!results.has(candidate.spec.id)) results.set(candidate.spec.id, match);
        return false;
      }
      results.set(candidate.spec.id, match);
      offered.left = subtractPools(offered.left, match.taken);
      launches.push(launch({ ...chosen, roleEnforced: candidate.roleEnforced }, offer, offered, match, now));
      return true;
    });
  }
  return { offer, launches, results: [...results].map(([appId, match]) => ({ appId, match })) };
}

/** The counts with what this plan places and the tracker does not know yet. */
function withLaunches(counts: ValueCounts, field: string, appId: string, launches: OfferPlan['launches']): ValueCounts {
  const sum = new Map(counts);
  for (const { change } of launches) {
    const value = change.after?.appId === appId && change.after.placement ? placementValue(change.after.placement, field) : undefined;
    if (value !== undefined) sum.set(value, (sum.get(value) ?? 0) + 1);
  }
  return sum;
}

function launch(
  { instance, definition, roleEnforced }: { instance: InstanceRecord; definition: RunSpec; roleEnforced: boolean },
  offer: Offer,
  { place, allocatedRole }: OfferedPlace,
  { taken, hostPorts }: Extract<Match, { ok: true }>,
  now: number,
): OfferPlan['launches'][number] {
  const at = { agentId: offer.agent_id.value, host: place.hostname, hostPorts, taken, allocatedRole, roleEnforced };
  const incarnation = instance.incarnation + 1;
  const before = instance;
  const placed = { ...placedRecord(instance, offer, place, now), incarnation, hostPorts: hostPorts.filter((port) => port !== undefined) };
  const checks = healthCheckCount(definition);
  if (isPod(definition)) {
    const tasks = containerTasks(definition, instance.id, incarnation, hostPorts, timestamp(now));
    const after = { ...placed, checks, taskId: tasks[0]?.id ?? '', tasks, since: timestamp(now) };
    return { change: { before, after }, group: podTaskGroup(definition, { ...at, instanceId: instance.id, tasks }) };
  }
  const id = taskId(instance.id, APP_TASK, incarnation);
  const after = { ...placed, checks, taskId: id, ...(definition.readinessChecks?.length && { unready: true as const }) };
  return { change: { before, after }, task: taskInfo(definition, { ...at, taskId: id }) };
}

/** The instance on its way to that agent. */
function placedRecord(instance: InstanceRecord, offer: Offer, place: PlacementFacts, now: number): InstanceRecord {
  const { state: _state, unready: _unready, ...waiting } = instance;
  return {
    ...waiting,
    condition: 'Provisioned',
    agentId: offer.agent_id.value,
    host: place.hostname,
    ...(place.region !== undefined && { region: place.region }),
    ...(place.zone !== undefined && { zone: place.zone }),
    ipAddresses: [],
    stagedAt: timestamp(now),
    provisionedAt: now,
    placement: place,
  };
}
