import type { MasterInfo } from '../../api/mesos/scheduler.ts';
import type { MasterState } from './state.ts';

export const MASTER_CAPABILITIES = ['AGENT_UPDATE', 'AGENT_DRAINING', 'QUOTA_V2'];

export const masterPid = (state: MasterState): string => `master@${state.ip}:${state.port}`;

/** Mesos' MasterInfo: of the leading master, which is this one. */
export const masterInfo = (state: MasterState): MasterInfo => {
  const { id, port, hostname, ip, version } = state;
  return {
    id,
    // the address as a number in network byte order
    ip: ip.split('.').reduce((sum, part, index) => sum + Number(part) * 256 ** index, 0),
    port,
    pid: masterPid(state),
    hostname,
    version,
    address: { hostname, ip, port },
    capabilities: MASTER_CAPABILITIES.map((type) => ({ type })),
  };
};
