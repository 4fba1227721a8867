/** Machines of the local cluster by their host in Mesos. Their ports are really at `address`, on this computer. */
export type Machines = ReadonlyMap<string, { name: string; address: string }>;

/**
 * Mesos knows a machine by its IP address or by the address of its ports. Where machines share that address (all but Linux) it
 * says nothing about which of them is meant.
 */
export function machinesByHost(machines: readonly { name: string; ip: string; address: string }[]): Machines {
  const byHost = new Map<string, { name: string; address: string }>();
  const sharing = Map.groupBy(machines, ({ address }) => address);
  for (const { name, ip, address } of machines) {
    byHost.set(ip, { name, address });
    if (sharing.get(address)?.length === 1) byHost.set(address, { name, address });
  }
  return byHost;
}

/** A host as people call it: `a1` for 192.168.65.111. Of a real cluster the host itself. */
export const hostName = (machines: Machines, host: string): string => machines.get(host)?.name ?? host;

/** The host at which a browser reaches a machine's ports. */
export const reachableHost = (machines: Machines, host: string): string => machines.get(host)?.address ?? host;
