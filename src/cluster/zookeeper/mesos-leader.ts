import { leaderAmong } from './rules.ts';
import type { ZooKeeperSession } from './session.ts';

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

const DIRECTORY = '/mesos';
const PREFIX = 'json.info_';

export function masterInfo(master: { id: string; ip: string; port: number; version: string }): MasterInfo {
  const { id, ip, port, version } = master;
  const octets = ip.split('.').map(Number);
  const packed = octets.reduceRight((number, octet) => number * 256 + octet, 0);
  return { id, ip: packed, port, pid: `master@${ip}:${port}`, hostname: ip, version, address: { hostname: ip, ip, port } };
}

/** Enters a master into the election; its place is given up when the session closes. */
export function announceMaster(session: ZooKeeperSession, info: MasterInfo): void {
  session.ensure(DIRECTORY);
  session.create(`${DIRECTORY}/${PREFIX}`, JSON.stringify(info), { ephemeral: true, sequential: true });
  session.ensure(`${DIRECTORY}/log_replicas`);
  session.create(`${DIRECTORY}/log_replicas/`, '', { ephemeral: true, sequential: true });
}

/** The leading master as ZooKeeper has it now; undefined while there is none. */
export function leadingMaster(session: ZooKeeperSession): MasterInfo | undefined {
  if (!session.exists(DIRECTORY)) return undefined;
  const leader = leaderAmong(session.children(DIRECTORY), PREFIX);
  return leader === undefined ? undefined : (JSON.parse(session.get(`${DIRECTORY}/${leader}`).data) as MasterInfo);
}
