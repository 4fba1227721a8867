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
 * Quantities by the role that they are reserved for; `*` is unreserved. A role that has nothing is absent.
 * A pool is never changed: `addPools` and `subtractPools` make new ones.
 */
export type Pool = Readonly<Record<string, Quantities>>;

function combine(a: Pool, b: Pool, operation: (x: Quantities, y: Quantities) => Quantities): Pool {
  const result: Record<string, Quantities> = { ...a };
  for (const [role, amounts] of Object.entries(b)) {
    const combined = operation(result[role] ?? noQuantities(), amounts);
    if (isNothing(combined)) delete result[role];
    else result[role] = combined;
  }
  return result;
}

export const addPools = (a: Pool, b: Pool): Pool => combine(a, b, addQuantities);
export const subtractPools = (a: Pool, b: Pool): Pool => combine(a, b, subtractQuantities);
export const containsPool = (whole: Pool, part: Pool): boolean =>
  Object.entries(part).every(([role, amounts]) => containsQuantities(whole[role] ?? noQuantities(), amounts));

/** All roles together. */
export const totalOf = (pool: Pool): Quantities => Object.values(pool).reduce(addQuantities, noQuantities());

/** The same port on two agents is two ports: sums over agents are of scalars only. */
export const withoutPorts = (pool: Pool): Pool =>
  Object.fromEntries(Object.entries(pool).map(([role, amounts]) => [role, { ...amounts, ports: [] }]));

/** The part that a framework of that role may be offered: what nobody or what its own role has reserved. */
export const usableBy = (pool: Pool, role: string): Pool =>
  Object.fromEntries(Object.entries(pool).filter(([reserved]) => reserved === '*' || reserved === role));

/** The role that a resource is reserved for, in the spelling before Mesos 1.4 (`role`) or after (`reservations`). */
export const reservedFor = (resource: Resource): string => resource.reservations?.at(-1)?.role ?? resource.role ?? '*';

/** Reads the v1 form. Throws RangeError for a resource that no agent of ours has, or an amount that is not one. */
export function poolOf(resources: readonly Resource[]): Pool {
  let pool: Pool = {};
  for (const resource of resources) {
    const amounts = noQuantities();
    if (resource.name === 'ports') amounts.ports = (resource.ranges?.range ?? []).map(({ begin, end }) => ({ begin, end }));
    else if (isScalarName(resource.name)) amounts[resource.name] = scalarOf(resource);
    else throw new RangeError(`There is no resource '${resource.name}' here; known are ${SCALARS.join(', ')} and ports`);
    pool = addPools(pool, { [reservedFor(resource)]: amounts });
  }
  return pool;
}

function scalarOf(resource: Resource): number {
  const value = resource.scalar?.value ?? 0;
  if (!Number.isFinite(value) || value < 0)
    throw new RangeError(`The amount of '${resource.name}' is ${value}; it has to be a number from 0 up`);
  return fixed(value);
}

/** Writes the v1 form, without what is nothing. With `allocatedTo`, each says for which framework role it is allocated. */
export function resourcesOf(pool: Pool, allocatedTo?: string): Resource[] {
  return Object.entries(pool).flatMap(([role, amounts]) => {
    const common = {
      ...(role !== '*' && { reservations: [{ type: 'STATIC' as const, role }] }),
      ...(allocatedTo !== undefined && { allocation_info: { role: allocatedTo } }),
    };
    const scalars: Resource[] = SCALARS.filter((name) => amounts[name] > 0).map((name) => ({
      name,
      type: 'SCALAR',
      scalar: { value: amounts[name] },
      ...common,
    }));
    if (amounts.ports.length === 0) return scalars;
    return [...scalars, { name: 'ports', type: 'RANGES', ranges: { range: amounts.ports }, ...common }];
  });
}
