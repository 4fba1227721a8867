import type { Fetch } from '../../api/http/fetch.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { MasterInfo } from '../zookeeper/mesos-leader.ts';
import { mesosDnsHttp } from './http.ts';
import { indexNames } from './name-index.ts';
import { createDnsQueries, type DnsQueries } from './queries.ts';
import { lookUp, zoneOf, type DnsRecord, type Zone } from './records.ts';
import type { MesosState } from './state.ts';

export interface MesosDns {
  readonly fetch: Fetch;
  /** IPv4 addresses of a name; none when it does not exist. */
  resolve(name: string): Promise<string[]>;
  /** Answers a packet of the DNS protocol. */
  readonly query: DnsQueries;
}

export interface MesosDnsOptions {
  masters: readonly string[];
  /** The HTTP API of the master at an address. */
  connect: (ip: string) => Fetch | undefined;
  /** Where a machine's address in Mesos is reached from here: what DNS answers. Without it that address itself. */
  reachableAt?: (ip: string) => string;
  /** Names of other components: the load balancer's. DNS answers them, as DC/OS' resolver does; the HTTP API knows only those of Mesos. */
  more?: () => readonly DnsRecord[];
  /** DNS asks other servers for names that are not the cluster's. */
  recursion?: boolean;
}

/**
 * `leading`: the leading master as ZooKeeper has it. Names of the cluster from the leading master's state. The real one reads the state each 30 s, so that a new task has no
 * name for a while; this one reads it when asked.
 */
export function createMesosDns(
  kernel: Pick<Kernel, 'clock' | 'random'>,
  leading: () => MasterInfo | undefined,
  options: MesosDnsOptions,
): MesosDns {
  const { reachableAt = (ip) => ip, more = () => [], recursion = false } = options;
  let reading: Promise<Zone> | undefined;

  async function read(): Promise<Zone> {
    const leader = leading();
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
    fetch: mesosDnsHttp(zone, { masters: options.masters, recursion }),
    query: createDnsQueries(kernel, async () => indexNames(await zone(), reachableAt, more()), recursion),
    async resolve(name) {
      // The leader is known from ZooKeeper alone, before its state can be read.
      if (name === 'leader.mesos') return [leading()?.address.ip ?? []].flat();
      return lookUp(await zone(), name, 'A').map(({ host }) => host);
    },
  };
}
