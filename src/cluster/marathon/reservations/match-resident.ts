import type { RunSpec } from '../../../api/marathon/run-spec.ts';
import { claimFields } from '../../../api/mesos/claims.ts';
import { poolWhere, type Pool } from '../../../api/mesos/quantities.ts';
import type { Random } from '../../kernel/random.ts';
import type { RejectReason } from '../core.ts';
import { meetsConstraints, type ValueCounts } from '../placement/constraints.ts';
import { chooseHostPorts, hostPortCount, portRequests } from '../placement/host-ports.ts';
import { INSUFFICIENT, matchOffer, type Match, type OfferedPlace } from '../placement/offer-matcher.ts';
import { placementValue } from '../placement/placement-value.ts';
import { takeScalars } from '../placement/take-scalars.ts';
import type { InstanceRecord } from '../state.ts';
import { isOnRootDisk, volumeSize } from './local-volumes.ts';

const refused = (...reasons: RejectReason[]): Match => ({ ok: false, reasons });

type CountsOf = (field: string) => ValueCounts;

/** Whether what one more instance takes can be reserved there. Only what is unreserved can. */
export function matchToReserve(spec: RunSpec, offer: OfferedPlace, countsOf: CountsOf, random: Random): Match {
  if (!isOnRootDisk(spec)) return refused('InsufficientDisk');
  const takesUnreserved = spec.acceptedResourceRoles?.includes('*') ?? true;
  const withVolumes = { ...spec, disk: spec.disk + volumeSize(spec), acceptedResourceRoles: takesUnreserved ? ['*'] : [] };
  return matchOffer(withVolumes, offer, countsOf, random);
}

/**
 * Whether an instance can be launched on what is reserved for it: `reserved` is that part of the offer, undefined where there is
 * none. It gets all of it. Where parts are missing (another task may still hold them) it waits for a later offer.
 */
export function matchReserved(
  spec: RunSpec,
  instance: InstanceRecord,
  reserved: Pool | undefined,
  offer: OfferedPlace,
  countsOf: CountsOf,
  random: Random,
): Match {
  if (!reserved) return refused('NoCorrespondingReservationFound');
  const volumes = new Set(Object.keys(reserved).map((claim) => claimFields(claim).disk?.persistence?.id));
  if (!instance.localVolumes.every(({ persistenceId }) => volumes.has(persistenceId))) return refused('NoCorrespondingReservationFound');
  if (!meetsConstraints(spec.constraints ?? [], offer.place, (field) => withoutItself(countsOf(field), instance, field)))
    return refused('UnfulfilledConstraint');
  const rest = poolWhere(reserved, (claim) => !claimFields(claim).disk);
  const { missing } = takeScalars(rest, Object.keys(rest), spec);
  if (missing.length > 0) return refused(...missing.map((name) => INSUFFICIENT[name]));
  const requests = portRequests(spec);
  if (hostPortCount(requests) === 0) return { ok: true, taken: reserved, hostPorts: requests.map(() => undefined) };
  const ports = Object.values(rest).flatMap((amounts) => amounts.ports);
  const chosen = chooseHostPorts(ports, requests, random);
  return chosen ? { ok: true, taken: reserved, hostPorts: chosen.ports } : refused('InsufficientPorts');
}

/** What is reserved for an instance counts as its place, but does not stand in its own way. */
function withoutItself(counts: ValueCounts, { placement }: InstanceRecord, field: string): ValueCounts {
  const value = placement && placementValue(placement, field);
  if (value === undefined) return counts;
  const others = new Map(counts);
  const left = (others.get(value) ?? 0) - 1;
  if (left > 0) others.set(value, left);
  else others.delete(value);
  return others;
}
