import { electedSchema, type Elected, type Quorum } from '../../api/machines/cluster.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LeaderAddress } from '../mesos-master/follower-http.ts';
import type { MesosMaster } from '../mesos-master/master.ts';
import type { LeaderUpstream } from '../rest/forwarded.ts';
import { createAgreedStore, type AgreedStore } from '../zookeeper/agreed-store.ts';
import { CHRONOS_ELECTION, MARATHON_ELECTION, MESOS_ELECTION } from '../zookeeper/elections.ts';
import type { ZooKeeperEnsemble } from '../zookeeper/ensemble.ts';
import { detectLeader, type ElectionPlace } from '../zookeeper/leader-detector.ts';
import type { MasterInfo } from '../zookeeper/mesos-leader.ts';
import type { MasterMachine } from './master-machine.ts';
import type { Machine } from './machine.ts';

/** What the master machines of a cluster share: their ensemble, what they agree on, and who of them leads. */
export interface Masters {
  readonly ensemble: ZooKeeperEnsemble;
  readonly agreed: AgreedStore;
  /** Addresses in VagrantConfig.yaml, in its order. */
  readonly addresses: readonly string[];
  /** The leading Mesos master. */
  leader: () => MesosMaster | undefined;
  /** What the leading Mesos master says of itself in ZooKeeper; it may not answer yet. */
  mesosInfo: () => MasterInfo | undefined;
  mesosLeader: () => LeaderAddress | undefined;
  readonly marathon: LedFramework;
  readonly chronos: LedFramework;
  machine: (ip: string) => MasterMachine | undefined;
  /** What a master machine leads at the moment. */
  leads: (machine: Pick<Machine, 'name' | 'ip'>) => Elected[];
  quorum: () => Quorum;
}

export interface LedFramework {
  /** Its host and port; undefined while nobody leads. */
  leader: () => string | undefined;
  upstream: () => LeaderUpstream | undefined;
  /** How many stand for election, the leader included. */
  contenders: () => number;
}

const hostOf = (address: string | undefined): string | undefined => address?.split(':')[0];

/** `find`: the master machine of an address, once it is made. */
export function createMasters(
  kernel: Kernel,
  machines: readonly Machine[],
  ensemble: ZooKeeperEnsemble,
  find: (ip: string) => MasterMachine | undefined,
): Masters {
  const mesos = detectLeader(ensemble.connect(), MESOS_ELECTION);
  const mesosInfo = (): MasterInfo | undefined => {
    const info = mesos.leader();
    return info === undefined ? undefined : (JSON.parse(info) as MasterInfo);
  };
  const leadingMachine = (): MasterMachine | undefined => find(mesosInfo()?.address.ip ?? '');
  const leader = (): MesosMaster | undefined => leadingMachine()?.mesosMaster();

  const ledFramework = (place: ElectionPlace, fetchOf: (machine: MasterMachine) => LeaderUpstream['fetch'] | undefined): LedFramework => {
    const detector = detectLeader(ensemble.connect(), place);
    return {
      leader: detector.leader,
      upstream() {
        const address = detector.leader();
        const machine = find(hostOf(address) ?? '');
        const fetch = machine && fetchOf(machine);
        return address !== undefined && fetch ? { address, fetch } : undefined;
      },
      contenders: detector.contenders,
    };
  };
  const marathon = ledFramework(MARATHON_ELECTION, ({ parts }) => parts.marathon.get()?.fetch);
  const chronos = ledFramework(CHRONOS_ELECTION, ({ parts }) => parts.chronos.get()?.fetch);
  return {
    ensemble,
    agreed: createAgreedStore(kernel.store, ensemble.hasMajority),
    addresses: machines.map(({ ip }) => ip),
    leader,
    mesosInfo,
    mesosLeader: leader,
    marathon,
    chronos,
    machine: find,
    leads({ name, ip }) {
      const led: Record<Elected, boolean> = {
        zookeeper: ensemble.servers().some((server) => server.leads && server.name === name),
        mesos: leadingMachine()?.machine.name === name,
        marathon: hostOf(marathon.leader()) === ip,
        chronos: hostOf(chronos.leader()) === ip,
      };
      return electedSchema.options.filter((what) => led[what]);
    },
    quorum: () => ({
      masters: machines.length,
      up: ensemble.servers().filter(({ up }) => up).length,
      needed: ensemble.needed,
    }),
  };
}
