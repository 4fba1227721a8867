import type { Fetch } from '../../api/http/fetch.ts';
import { leadingMaster } from '../zookeeper/mesos-leader.ts';
import type { ZooKeeperSession } from '../zookeeper/session.ts';
import { mesosDnsHttp } from './http.ts';
import { lookUp, zoneOf, type Zone } from './records.ts';
import type { MesosState } from './state.ts';

export interface MesosDns {
  readonly fetch: Fetch;
  /** IPv4 addresses of a name; none when it does not exist. */
  resolve(name: string): Promise<string[]>;
}

/**
 * Names of the cluster from the leading master's state. The real one reads the state each 30 s, so that a new task has no
 * name for a while; this one reads it when asked. `connect` gives the HTTP API of the master at an address.
 */
export function createMesosDns(
  session: ZooKeeperSession,
  options: { masters: readonly string[]; connect: (ip: string) => Fetch | undefined },
): MesosDns {
  let reading: Promise<Zone> | undefined;

  async function read(): Promise<Zone> {
    const leader = leadingMaster(session);
    const master = leader && options.connect(leader.address.ip);
    if (!master) return zoneOf({ leader: '', slaves: [], frameworks: [] }, options.masters);
    const response = await master(new Request(`http://${leader.address.ip}:${leader.port}/master/state`));
    if (!response.ok) throw new Error(`The master at ${leader.address.ip} answered ${response.status} for its state.`);
    return zoneOf((await response.json()) as MesosState, options.masters);
  }
  /** Those who ask at the same time share one reading. */
  const zone = (): Promise<Zone> => {
    reading ??= read().finally(() => (reading = undefined));
    return reading;
  };
  return {
    fetch: mesosDnsHttp(zone, options.masters),
    async resolve(name) {
      // The leader is known from ZooKeeper alone, before its state can be read.
      if (name === 'leader.mesos') return [leadingMaster(session)?.address.ip ?? []].flat();
      return lookUp(await zone(), name, 'A').map(({ host }) => host);
    },
  };
}
