/** How a Mesos master makes itself known in ZooKeeper, and how everybody else finds the leading one. */
export interface MasterInfo {
  id: string;
  /** The IPv4 address as a number, in network byte order read on a little-endian machine: a habit of Mesos. */
  ip: number;
  port: number;
  pid: string;
  hostname: string;
  version: string;
  address: { hostname: string; ip: string; port: number };
}

export function masterInfo(master: { id: string; ip: string; port: number; version: string }): MasterInfo {
  const { id, ip, port, version } = master;
  const octets = ip.split('.').map(Number);
  const packed = octets.reduceRight((number, octet) => number * 256 + octet, 0);
  return { id, ip: packed, port, pid: `master@${ip}:${port}`, hostname: ip, version, address: { hostname: ip, ip, port } };
}
