import { SCALARS, type Quantities } from '../../api/mesos/quantities.ts';

/** The largest share of any one resource of the cluster that is allocated: dominant resource fairness, divided by the weight. */
export function dominantShare(allocated: Quantities, total: Quantities, weight = 1): number {
  const shares = SCALARS.map((name) => (total[name] > 0 ? allocated[name] / total[name] : 0));
  return Math.max(...shares) / weight;
}

/** Who is to be offered resources first: the smallest dominant share, ties by name. */
export function fairOrder<T>(clients: readonly T[], share: (client: T) => number, name: (client: T) => string): T[] {
  return clients
    .map((client) => ({ client, share: share(client), name: name(client) }))
    .sort((a, b) => a.share - b.share || (a.name < b.name ? -1 : 1))
    .map(({ client }) => client);
}

/** Less is not worth an offer (Mesos: MIN_CPUS, MIN_MEM). */
export const isAllocatable = (quantities: Quantities): boolean => quantities.cpus >= 0.01 || quantities.mem >= 32;
