import { addPools, noQuantities, SCALARS, type Pool, type ScalarName } from '../../../api/mesos/quantities.ts';

/** Those amounts out of a pool, from its roles in the given order; `missing` names what there is not enough of. */
export function takeScalars(
  pool: Pool,
  roles: readonly string[],
  wanted: Readonly<Partial<Record<ScalarName, number>>>,
): { taken: Pool; missing: ScalarName[] } {
  let taken: Pool = {};
  const missing: ScalarName[] = [];
  for (const name of SCALARS) {
    const share = takeScalar(
      wanted[name] ?? 0,
      roles.map((role) => [role, pool[role]?.[name] ?? 0]),
    );
    if (share) taken = addPools(taken, scalarPool(name, share));
    else missing.push(name);
  }
  return { taken, missing };
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
