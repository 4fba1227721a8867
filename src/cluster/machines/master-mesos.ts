import type { Fetch } from '../../api/http/fetch.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { MESOS_VERSION } from '../libprocess/build.ts';
import { createFollowerHttp } from '../mesos-master/follower-http.ts';
import { createMesosMaster, type MesosMaster } from '../mesos-master/master.ts';
import { MESOS_ELECTION } from '../zookeeper/elections.ts';
import { createLeadingService } from '../zookeeper/leading-service.ts';
import { masterInfo } from '../zookeeper/mesos-leader.ts';
import type { Machine } from './machine.ts';
import type { MasterOptions } from './master-machine.ts';
import type { Masters } from './masters.ts';

const MESOS_PORT = 5050;

/** The Mesos master of one machine. It leads when it is elected, and sends to the leader when it is not. */
export interface MesosProcess {
  readonly fetch: Fetch;
  /** While it leads. */
  leading(): MesosMaster | undefined;
  stop(): void;
  crash(): void;
}

export function createMesosProcess(kernel: Kernel, machine: Machine, masters: Masters, { clusterName }: MasterOptions): MesosProcess {
  const { ensemble } = masters;
  const startedAt = kernel.clock.now();
  let id: string;
  const service = createLeadingService(
    { ...kernel, log: kernel.log.as(`mesos-master@${machine.name}`) },
    {
      connect: ensemble.connect,
      candidacy() {
        id = kernel.ids.uuid();
        const info = masterInfo({ id, ip: machine.ip, port: MESOS_PORT, version: MESOS_VERSION });
        return { ...MESOS_ELECTION, data: JSON.stringify(info) };
      },
      lead() {
        const term = masters.agreed.lead('The Mesos master');
        const master = createMesosMaster({ ...kernel, store: term.store }, { machine, clusterName, id, masters: masters.addresses.length });
        return {
          master,
          stop() {
            master.stop();
            term.end();
          },
        };
      },
    },
  );
  const replica = announceReplica(kernel, masters);
  const follower = createFollowerHttp(machine, () => (kernel.clock.now() - startedAt) / 1000, masters.mesosLeader);
  return {
    fetch: (request) => (service.work()?.master.fetch ?? follower)(request),
    leading: () => service.work()?.master,
    stop() {
      service.stop();
      void replica.close();
    },
    crash() {
      service.crash();
      replica.die();
    },
  };
}

/** Each master has a replica of the log that the registry is in, leading or not. */
function announceReplica({ log }: Kernel, { ensemble }: Masters) {
  const client = ensemble.connect();
  const directory = `${MESOS_ELECTION.directory}/log_replicas`;
  client
    .ensure(directory)
    .then(() => client.create(`${directory}/`, new Uint8Array(), { ephemeral: true, sequential: true }))
    .catch((fault: unknown) => log.warn(`The replica of the log could not be made known: ${String(fault)}`));
  return client;
}
