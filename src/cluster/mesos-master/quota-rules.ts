import { noQuantities, SCALARS, type Pool, type Quantities, type ScalarName } from '../../api/mesos/quantities.ts';
import { UNRESERVED } from '../../api/mesos/claims.ts';

/** Pure decisions about quota: how much of what is free a role may be offered. */

/** Of some scalars; what is absent is not guaranteed, or not limited. */
export type Amounts = Partial<Record<ScalarName, number>>;

/** A quota is for a role and all roles below it. */
export interface Quota {
  role: string;
  guarantees: Amounts;
  limits: Amounts;
}

export const isWithin = (role: string, top: string): boolean => role === top || role.startsWith(`${top}/`);

export const hasAmounts = (amounts: Amounts): boolean => Object.keys(amounts).length > 0;

/** What is missing to the amounts, where something is. */
export function shortfall(amounts: Amounts, consumed: Quantities): Amounts {
  const missing = SCALARS.flatMap((name) => {
    const wanted = amounts[name] ?? 0;
    return wanted > consumed[name] ? [[name, wanted - consumed[name]] as const] : [];
  });
  return Object.fromEntries(missing);
}

/** What is left until the limits, of every scalar that is limited. */
export const leeway = (limits: Amounts, consumed: Quantities): Amounts =>
  Object.fromEntries(
    SCALARS.flatMap((name) => {
      const limit = limits[name];
      return limit === undefined ? [] : [[name, Math.max(0, limit - consumed[name])] as const];
    }),
  );

/**
 * The pool with no more that is unreserved than `most` says. Where nothing is left of one of these scalars the whole unreserved part
 * goes: without cpus, say, memory is of no use. Reservations stay: they count as consumed already.
 */
export function cutUnreserved(pool: Pool, most: Amounts): Pool {
  const free = pool[UNRESERVED];
  if (!free) return pool;
  const cut: Quantities = { ...free };
  let nothing = false;
  for (const name of SCALARS) {
    const limit = most[name];
    if (limit === undefined || free[name] === 0) continue;
    cut[name] = Math.min(free[name], Math.round(limit * 1000) / 1000);
    nothing ||= cut[name] <= 0;
  }
  const { [UNRESERVED]: _free, ...reserved } = pool;
  return nothing ? reserved : { ...reserved, [UNRESERVED]: cut };
}

/** What may be given to others when `needed` has to stay there: of every scalar that is needed, what there is beyond it. */
export const beyond = (available: Quantities, needed: Amounts): Amounts =>
  Object.fromEntries(
    SCALARS.flatMap((name) => {
      const reserved = needed[name];
      return reserved === undefined ? [] : [[name, Math.max(0, available[name] - reserved)] as const];
    }),
  );

export const sumAmounts = (list: readonly Amounts[]): Amounts => {
  const sum = noQuantities();
  for (const amounts of list) for (const name of SCALARS) sum[name] += amounts[name] ?? 0;
  return Object.fromEntries(SCALARS.filter((name) => sum[name] > 0).map((name) => [name, sum[name]]));
};

/** Why a quota cannot be; undefined when it can. */
export function quotaProblem({ role, guarantees, limits }: Quota): string | undefined {
  if (role === '*') return "QuotaConfig must not specify the default '*' role";
  for (const name of SCALARS) {
    const [guarantee = 0, limit = Infinity] = [guarantees[name], limits[name]];
    if (guarantee < 0 || limit < 0) return `The amounts of '${name}' for role '${role}' have to be from 0 up`;
    if (guarantee > limit) return `The guarantee of ${guarantee} '${name}' for role '${role}' is above its limit of ${limit}`;
  }
  return undefined;
}
