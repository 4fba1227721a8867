import type { ResourcesJson } from '../../api/mesos/state.ts';
import type { ResourceV1 } from './mesos-wire.ts';

/** What Mesos' own pages count. Memory and disk in MB. */
export interface Quantities {
  cpus: number;
  gpus: number;
  mem: number;
  disk: number;
}

export const QUANTITY_KINDS = ['cpus', 'gpus', 'mem', 'disk'] as const satisfies readonly (keyof Quantities)[];

const eachKind = (amount: (kind: keyof Quantities) => number): Quantities => ({
  cpus: amount('cpus'),
  gpus: amount('gpus'),
  mem: amount('mem'),
  disk: amount('disk'),
});

export const NOTHING: Quantities = eachKind(() => 0);

export function quantitiesOf(resources: Partial<Omit<ResourcesJson, 'ports'>> | undefined): Quantities {
  return eachKind((kind) => resources?.[kind] ?? 0);
}

/** The operator API's list may name a resource several times: once for each role and reservation. */
export function quantitiesOfList(resources: readonly ResourceV1[] | undefined): Quantities {
  return eachKind((kind) => (resources ?? []).reduce((sum, { name, scalar }) => (name === kind ? sum + (scalar?.value ?? 0) : sum), 0));
}

export function addQuantities(a: Quantities, b: Quantities): Quantities {
  return eachKind((kind) => a[kind] + b[kind]);
}

/** Never below nothing: offered and used are told at slightly different moments. */
export function withoutQuantities(a: Quantities, b: Quantities): Quantities {
  return eachKind((kind) => Math.max(0, a[kind] - b[kind]));
}

/** The largest share of any one resource: what DRF compares frameworks by. 0 to 1. */
export function dominantShare(part: Quantities, whole: Quantities): number {
  return Math.max(...QUANTITY_KINDS.map((kind) => (whole[kind] > 0 ? part[kind] / whole[kind] : 0)));
}
