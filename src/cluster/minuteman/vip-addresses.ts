import { sha1 } from '../mesos-dns/sha1.ts';

/** VIPs are in the upper half of the loopback network, where nothing else is: 127.128.0.0/9. */
const FIRST = 127 * 2 ** 24 + 2 ** 23;
const SIZE = 2 ** 23;

/**
 * An address for each host, by its name and the cluster's id: the same after a restart, and others than those of another cluster
 * on this machine. Hosts that have one keep it; of two with the same the later one takes the next that is free.
 */
export function assignAddresses(hosts: readonly string[], clusterId: string, current: ReadonlyMap<string, string>): Map<string, string> {
  const assigned = new Map(hosts.flatMap((host) => [current.get(host) ?? []].flat().map((address) => [host, address] as const)));
  const taken = new Set(assigned.values());
  for (const host of hosts) {
    if (assigned.has(host)) continue;
    let place = wantedPlace(host, clusterId);
    while (!isHostAddress(place) || taken.has(addressAt(place))) place = (place + 1) % SIZE;
    assigned.set(host, addressAt(place));
    taken.add(addressAt(place));
  }
  return assigned;
}

function wantedPlace(host: string, clusterId: string): number {
  const [a = 0, b = 0, c = 0] = sha1(new TextEncoder().encode(`${clusterId} ${host}`));
  return (a * 65_536 + b * 256 + c) % SIZE;
}

/** Programs take the first and last of a network of 256 for something else. */
const isHostAddress = (place: number): boolean => place % 256 !== 0 && place % 256 !== 255;

const addressAt = (place: number): string => [24, 16, 8, 0].map((bits) => Math.floor((FIRST + place) / 2 ** bits) % 256).join('.');
