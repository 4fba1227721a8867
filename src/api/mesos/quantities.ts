import { claimFields, claimOf, isMadeAtRuntime, roleOfClaim, UNRESERVED, type Claim } from './claims.ts';
import { addRanges, containsRanges, subtractRanges } from './ranges.ts';
import type { Range, Resource } from './resources.ts';

/** Amounts of the resources that our agents have. mem and disk in MB. */
export interface Quantities {
  cpus: number;
  gpus: number;
  mem: number;
  disk: number;
  ports: Range[];
}

export const SCALARS = ['cpus', 'mem', 'disk', 'gpus'] as const;
export type ScalarName = (typeof SCALARS)[number];
const SCALAR_NAMES: ReadonlySet<string> = new Set(SCALARS);
const isScalarName = (name: string): name is ScalarName => SCALAR_NAMES.has(name);

/** Mesos computes with three decimals (fixed point), so that 0.1 + 0.2 - 0.3 is nothing. */
const fixed = (value: number): number => Math.round(value * 1000) / 1000;

export const noQuantities = (): Quantities => ({ cpus: 0, gpus: 0, mem: 0, disk: 0, ports: [] });

export function addQuantities(a: Quantities, b: Quantities): Quantities {
  return {
    cpus: fixed(a.cpus + b.cpus),
    gpus: fixed(a.gpus + b.gpus),
    mem: fixed(a.mem + b.mem),
    disk: fixed(a.disk + b.disk),
    ports: addRanges(a.ports, b.ports),
  };
}

export function subtractQuantities(a: Quantities, b: Quantities): Quantities {
  return {
    cpus: fixed(a.cpus - b.cpus),
    gpus: fixed(a.gpus - b.gpus),
    mem: fixed(a.mem - b.mem),
    disk: fixed(a.disk - b.disk),
    ports: subtractRanges(a.ports, b.ports),
  };
}

export const containsQuantities = (whole: Quantities, part: Quantities): boolean =>
  SCALARS.every((name) => fixed(whole[name] - part[name]) >= 0) && containsRanges(whole.ports, part.ports);

export const isNothing = (quantities: Quantities): boolean =>
  SCALARS.every((name) => quantities[name] === 0) && quantities.ports.length === 0;

/**
 * Quantities by their claim: `*` is unreserved, a role's name its static reservation. A claim that has nothing is absent.
 * A pool is never changed: `addPools` and `subtractPools` make new ones.
 */
export type Pool = Readonly<Record<Claim, Quantities>>;

/** What a pool holds of a claim. A role may be called as what every object has, `constructor` for one. */
export const claimedIn = (pool: Pool, claim: Claim): Quantities | undefined => (Object.hasOwn(pool, claim) ? pool[claim] : undefined);

function combine(a: Pool, b: Pool, operation: (x: Quantities, y: Quantities) => Quantities): Pool {
  const result: Record<string, Quantities> = { ...a };
  for (const claim of Object.keys(b)) {
    const amounts = b[claim];
    if (!amounts) continue;
    const combined = operation(claimedIn(result, claim) ?? noQuantities(), amounts);
    if (isNothing(combined)) delete result[claim];
    else result[claim] = combined;
  }
  return result;
}

export const addPools = (a: Pool, b: Pool): Pool => combine(a, b, addQuantities);
export const subtractPools = (a: Pool, b: Pool): Pool => combine(a, b, subtractQuantities);
export const containsPool = (whole: Pool, part: Pool): boolean =>
  Object.entries(part).every(([claim, amounts]) => containsQuantities(claimedIn(whole, claim) ?? noQuantities(), amounts));

/** All claims together. */
export function totalOf(pool: Pool): Quantities {
  const [first, ...others] = Object.values(pool);
  return first ? others.reduce(addQuantities, first) : noQuantities();
}

/** The same port on two agents is two ports: sums over agents are of scalars only. */
export const withoutPorts = (pool: Pool): Pool =>
  Object.fromEntries(Object.entries(pool).map(([claim, amounts]) => [claim, { ...amounts, ports: [] }]));

/** The part whose claims are wanted. */
export const poolWhere = (pool: Pool, wanted: (claim: Claim) => boolean): Pool =>
  Object.fromEntries(Object.entries(pool).filter(([claim]) => wanted(claim)));

/** What is reserved for a role, in whatever way; for `*` what is unreserved. */
export const reservedPool = (pool: Pool, role: string): Pool => poolWhere(pool, (claim) => roleOfClaim(claim) === role);

/** The part that a framework of that role may be offered: what is unreserved, and what is reserved for its role or one above it. */
export const usableBy = (pool: Pool, role: string): Pool =>
  poolWhere(pool, (claim) => {
    const reserved = roleOfClaim(claim);
    return reserved === UNRESERVED || reserved === role || role.startsWith(`${reserved}/`);
  });

/** The role that a resource is reserved for, in the spelling before Mesos 1.4 (`role`) or after (`reservations`). */
export const reservedFor = (resource: Resource): string => roleOfClaim(claimOf(resource));

/** Reads the v1 form. Throws RangeError for a resource that no agent of ours has, or an amount that is not one. */
export function poolOf(resources: readonly Resource[]): Pool {
  const pool: Record<string, Quantities> = {};
  for (const resource of resources) {
    const claim = claimOf(resource);
    const amounts = claimedIn(pool, claim) ?? noQuantities();
    if (resource.name === 'ports') amounts.ports = addRanges(amounts.ports, rangesOf(resource));
    else if (isScalarName(resource.name)) amounts[resource.name] = fixed(amounts[resource.name] + scalarOf(resource));
    else throw new RangeError(`There is no resource '${resource.name}' here; known are ${SCALARS.join(', ')} and ports`);
    if (!isNothing(amounts)) pool[claim] = amounts;
  }
  return pool;
}

const rangesOf = ({ ranges }: Resource): Range[] => (ranges?.range ?? []).map(({ begin, end }) => ({ begin, end }));

function scalarOf(resource: Resource): number {
  const value = resource.scalar?.value ?? 0;
  if (!Number.isFinite(value) || value < 0)
    throw new RangeError(`The amount of '${resource.name}' is ${value}; it has to be a number from 0 up`);
  return fixed(value);
}

/** Writes the v1 form, without what is nothing. With `allocatedTo`, each says for which framework role it is allocated. */
export function resourcesOf(pool: Pool, allocatedTo?: string): Resource[] {
  const allocation = allocatedTo === undefined ? {} : { allocation_info: { role: allocatedTo } };
  return Object.entries(pool).flatMap(([claim, amounts]) =>
    amountsOf(amounts).map((resource) => ({ ...resource, ...claimFields(claim), ...allocation })),
  );
}

/** The amounts alone, without saying what they are bound to. */
export function amountsOf(amounts: Quantities): Resource[] {
  const scalars = SCALARS.filter((name) => amounts[name] > 0).map((name): Resource => ({
    name,
    type: 'SCALAR',
    scalar: { value: amounts[name] },
  }));
  return amounts.ports.length > 0 ? [...scalars, { name: 'ports', type: 'RANGES', ranges: { range: amounts.ports } }] : scalars;
}

/** What operations made at runtime, as an agent has to remember it. */
export const runtimeResources = (pool: Pool): Resource[] => resourcesOf(poolWhere(pool, isMadeAtRuntime));
