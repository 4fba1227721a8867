/** Machines of the local cluster by their host in Mesos. Their ports are really at `address`, on this computer. */
export type Machines = ReadonlyMap<string, { name: string; address: string }>;

/** A host as people call it: `a1` for 192.168.65.111. Of a real cluster the host itself. */
export const hostName = (machines: Machines, host: string): string => machines.get(host)?.name ?? host;

/** The host at which a browser reaches a machine's ports. */
export const reachableHost = (machines: Machines, host: string): string => machines.get(host)?.address ?? host;
