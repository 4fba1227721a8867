import { roleOfClaim, UNRESERVED } from '../../api/mesos/claims.ts';
import {
  addQuantities,
  noQuantities,
  poolWhere,
  subtractQuantities,
  totalOf,
  type Pool,
  type Quantities,
} from '../../api/mesos/quantities.ts';
import type { MasterContext } from './context.ts';
import { beyond, cutUnreserved, hasAmounts, isWithin, leeway, shortfall, sumAmounts, type Amounts, type Quota } from './quota-rules.ts';
import { isInService } from './state.ts';

/** Quota within one round of the allocator. */
export interface QuotaRound {
  /** Some role has less than it is guaranteed: such roles come first, with what they miss. */
  readonly anyMissing: boolean;
  /** What of a pool may go to a role to give it what it is guaranteed; nothing when it has that. */
  readonly guaranteed: (role: string, pool: Pool) => Pool;
  /** What of a pool may go to a role beyond that: within its limits, and so that what others are guaranteed stays there. */
  readonly beyondGuarantee: (role: string, pool: Pool) => Pool;
  /** So much was offered. */
  readonly offered: (pool: Pool) => void;
}

export function quotaRound(context: MasterContext): QuotaRound | undefined {
  const quotas = [...context.state.quotas.values()];
  if (quotas.length === 0) return undefined;
  const chain = (role: string): Quota[] => quotas.filter((quota) => isWithin(role, quota.role));
  const missingOf = (quota: Quota): Amounts => shortfall(quota.guarantees, consumedBy(context, quota.role));
  const withinLimits = (role: string, pool: Pool): Pool =>
    chain(role).reduce((left, { role: top, limits }) => cutUnreserved(left, leeway(limits, consumedBy(context, top))), pool);
  const guaranteeing = quotas.filter(({ guarantees }) => hasAmounts(guarantees));
  let free = guaranteeing.length > 0 ? freeUnreserved(context) : noQuantities();
  return {
    anyMissing: guaranteeing.some((quota) => hasAmounts(missingOf(quota))),
    guaranteed(role, pool) {
      const missing = sumAmounts(chain(role).map(missingOf));
      return hasAmounts(missing) ? cutUnreserved(withinLimits(role, pool), missing) : {};
    },
    beyondGuarantee(role, pool) {
      const others = guaranteeing.filter((quota) => !isWithin(role, quota.role));
      return cutUnreserved(withinLimits(role, pool), beyond(free, sumAmounts(others.map(missingOf))));
    },
    offered(pool) {
      free = subtractQuantities(free, { ...(pool[UNRESERVED] ?? noQuantities()), ports: [] });
    },
  };
}

/** What counts for a role's quota: what is reserved for it, used or not, and what else it has in use or in offers. */
export function consumedBy({ state, allocations }: MasterContext, role: string): Quantities {
  const reserved = totalOf(poolWhere(state.total, (claim) => isWithin(roleOfClaim(claim), role)));
  return addQuantities(reserved, allocations.unreservedWithin(role));
}

const freeUnreserved = ({ state }: MasterContext): Quantities =>
  [...state.agents.values()]
    .filter(isInService)
    .map(({ free }) => ({ ...(free[UNRESERVED] ?? noQuantities()), ports: [] }))
    .reduce(addQuantities, noQuantities());
