import type { DnsRecord, Zone } from './records.ts';

/** What a name has: addresses, and services as target and port. */
interface Named {
  addresses: string[];
  services: { target: string; port: number }[];
}

/** All names of the cluster by name (lower case, no final dot), each value once. */
export type NameIndex = ReadonlyMap<string, Named>;

/**
 * `reachableAt` turns the address that a machine has in Mesos into the one at which it is reached from here; `more` are names
 * of the other components (the load balancer's).
 */
export function indexNames(zone: Zone, reachableAt: (ip: string) => string, more: readonly DnsRecord[] = []): NameIndex {
  const index = new Map<string, { addresses: Set<string>; services: Map<string, Named['services'][number]> }>();
  for (const { name, rtype, host } of [...zone.records, ...more]) {
    const named = index.get(name) ?? { addresses: new Set(), services: new Map() };
    index.set(name, named);
    if (rtype === 'A') named.addresses.add(reachableAt(host));
    else named.services.set(host, serviceOf(host));
  }
  return new Map(
    [...index].map(([name, { addresses, services }]) => [name, { addresses: [...addresses], services: [...services.values()] }]),
  );
}

function serviceOf(host: string): Named['services'][number] {
  const colon = host.lastIndexOf(':');
  return { target: host.slice(0, colon), port: Number(host.slice(colon + 1)) };
}
