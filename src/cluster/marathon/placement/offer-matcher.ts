import type { RunSpec } from '../../../api/marathon/run-spec.ts';
import { addPools, noQuantities, type Pool, type Quantities, type ScalarName } from '../../../api/mesos/quantities.ts';
import { subtractRanges } from '../../../api/mesos/ranges.ts';
import type { Random } from '../../kernel/random.ts';
import { REJECT_REASONS, type RejectReason } from '../core.ts';
import type { PlacementFacts } from '../state.ts';
import { meetsConstraints, type ValueCounts } from './constraints.ts';
import { chooseHostPorts, hostPortCount, portRequests } from './host-ports.ts';
import { takeScalars } from './take-scalars.ts';

/** What is taken where no roles are named: `--accepted_resource_roles_default_behavior unreserved`, as DC/OS starts Marathon. */
const DEFAULT_ACCEPTED_ROLES: readonly string[] = ['*'];

export interface OfferedPlace {
  place: PlacementFacts;
  /** The framework's role that the offer was made to. */
  allocatedRole: string;
  /** What is left of the offer. */
  left: Pool;
}

export type Match =
  | {
      ok: true;
      /** By role, to be subtracted from what is left of the offer. */
      taken: Pool;
      /** In the order of the ports of the app or pod; undefined where a port has none on the host. */
      hostPorts: (number | undefined)[];
    }
  | { ok: false; reasons: RejectReason[] };

export const INSUFFICIENT: Record<ScalarName, RejectReason> = {
  cpus: 'InsufficientCpus',
  mem: 'InsufficientMemory',
  disk: 'InsufficientDisk',
  gpus: 'InsufficientGpus',
};

/**
 * Whether one more instance fits: role, constraints, amounts and ports. On a refusal all reasons are told, in the order of
 * the funnel; ports are looked at only where all amounts suffice, as Marathon does.
 */
export function matchOffer(spec: RunSpec, offer: OfferedPlace, countsOf: (field: string) => ValueCounts, random: Random): Match {
  const reasons = new Set<RejectReason>();
  if (spec.role !== offer.allocatedRole) reasons.add('UnfulfilledRole');
  if (!meetsConstraints(spec.constraints ?? [], offer.place, countsOf)) reasons.add('UnfulfilledConstraint');
  const accepted = spec.acceptedResourceRoles ?? DEFAULT_ACCEPTED_ROLES;
  const roles = Object.keys(offer.left);
  const usable = roles.filter((role) => accepted.includes(role));
  const withheld = roles.filter((role) => !accepted.includes(role));
  const has = (role: string): Quantities => offer.left[role] ?? noQuantities();
  const { taken: amounts, missing } = takeScalars(offer.left, usable, spec);
  let taken = amounts;
  for (const name of missing) {
    reasons.add(INSUFFICIENT[name]);
    if (withheld.some((role) => has(role)[name] > 0)) reasons.add('UnfulfilledRole');
  }
  const requests = portRequests(spec);
  if (reasons.size > 0) return { ok: false, reasons: inFunnelOrder(reasons) };
  if (hostPortCount(requests) === 0) return { ok: true, taken, hostPorts: requests.map(() => undefined) };
  const chosen = chooseHostPorts(
    usable.flatMap((role) => has(role).ports),
    requests,
    random,
  );
  if (!chosen) return { ok: false, reasons: ['InsufficientPorts'] };
  for (const role of usable) {
    const unused = subtractRanges(chosen.taken, has(role).ports);
    const ports = subtractRanges(chosen.taken, unused);
    if (ports.length > 0) taken = addPools(taken, { [role]: { ...noQuantities(), ports } });
  }
  return { ok: true, taken, hostPorts: chosen.ports };
}

const inFunnelOrder = (reasons: ReadonlySet<RejectReason>): RejectReason[] => REJECT_REASONS.filter((reason) => reasons.has(reason));
