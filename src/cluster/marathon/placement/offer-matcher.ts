import type { AppDefinition } from '../../../api/marathon/definition.ts';
import { addPools, noQuantities, SCALARS, type Pool, type Quantities, type ScalarName } from '../../../api/mesos/quantities.ts';
import { subtractRanges } from '../../../api/mesos/ranges.ts';
import type { Random } from '../../kernel/random.ts';
import { REJECT_REASONS, type RejectReason } from '../core.ts';
import type { PlacementFacts } from '../state.ts';
import { meetsConstraints, type ValueCounts } from './constraints.ts';
import { chooseHostPorts, hostPortCount, portRequests } from './host-ports.ts';

/** What an app takes when it names no roles: `--accepted_resource_roles_default_behavior unreserved`, as DC/OS starts Marathon. */
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
      /** In the order of the app's ports; undefined where a port has none on the host. */
      hostPorts: (number | undefined)[];
    }
  | { ok: false; reasons: RejectReason[] };

const INSUFFICIENT: Record<ScalarName, RejectReason> = {
  cpus: 'InsufficientCpus',
  mem: 'InsufficientMemory',
  disk: 'InsufficientDisk',
  gpus: 'InsufficientGpus',
};

/**
 * Whether one more instance fits: role, constraints, amounts and ports. On a refusal all reasons are told, in the order of
 * the funnel; ports are looked at only where all amounts suffice, as Marathon does.
 */
export function matchOffer(app: AppDefinition, offer: OfferedPlace, countsOf: (field: string) => ValueCounts, random: Random): Match {
  const reasons = new Set<RejectReason>();
  if (app.role !== offer.allocatedRole) reasons.add('UnfulfilledRole');
  if (!meetsConstraints(app.constraints ?? [], offer.place, countsOf)) reasons.add('UnfulfilledConstraint');
  const accepted = app.acceptedResourceRoles ?? DEFAULT_ACCEPTED_ROLES;
  const roles = Object.keys(offer.left);
  const usable = roles.filter((role) => accepted.includes(role));
  const withheld = roles.filter((role) => !accepted.includes(role));
  const has = (role: string): Quantities => offer.left[role] ?? noQuantities();
  let taken: Pool = {};
  for (const name of SCALARS) {
    const share = takeScalar(
      app[name],
      usable.map((role) => [role, has(role)[name]]),
    );
    if (share) taken = addPools(taken, scalarPool(name, share));
    else {
      reasons.add(INSUFFICIENT[name]);
      if (withheld.some((role) => has(role)[name] > 0)) reasons.add('UnfulfilledRole');
    }
  }
  const requests = portRequests(app);
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

/** The amount put together from the roles in order; undefined when it is more than there is. */
function takeScalar(amount: number, available: readonly [role: string, amount: number][]): [string, number][] | undefined {
  let missing = amount;
  const share: [string, number][] = [];
  for (const [role, value] of available) {
    const part = Math.min(missing, value);
    if (part > 0) share.push([role, part]);
    missing = Math.round((missing - part) * 1000) / 1000;
    if (missing <= 0) return share;
  }
  return missing <= 0 ? share : undefined;
}

const scalarPool = (name: ScalarName, share: readonly [string, number][]): Pool =>
  Object.fromEntries(share.map(([role, value]) => [role, { ...noQuantities(), [name]: value }]));

const inFunnelOrder = (reasons: ReadonlySet<RejectReason>): RejectReason[] => REJECT_REASONS.filter((reason) => reasons.has(reason));
