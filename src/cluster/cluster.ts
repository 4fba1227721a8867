import { bootFacts, bootUnits } from './boot/boot-machine.ts';
import { bootIsReady, createBootHttp } from './boot/http.ts';
import { describeCluster } from './cluster-description.ts';
import { clusterUpstreams } from './cluster-upstreams.ts';
import type { Containerizer } from './executor/containerizer.ts';
import type { SandboxFiles } from './executor/sandbox-files.ts';
import type { Kernel } from './kernel/kernel.ts';
import { createAgentMachine } from './machines/agent-machine.ts';
import { clusterId } from './machines/cluster-id.ts';
import { createFleet } from './machines/fleet.ts';
import { createJournal } from './machines/journal.ts';
import type { Machine, MachineConfig } from './machines/machine.ts';
import { createMasterGroup } from './machines/master-group.ts';
import type { RealEnsemble } from './machines/master-machine.ts';
import { probeByAddress } from './machines/probe-by-address.ts';
import type { ContainersStatus } from './machines/state.ts';
import { UNITS } from './machines/unit-catalogue.ts';
import type { Probe } from './kernel/probe.ts';
import type { BackupStorage } from './marathon/backup/backup-storage.ts';
import type { DnsQueries } from './mesos-dns/queries.ts';
import { createMinuteman } from './minuteman/minuteman.ts';
import { simulatedSockets } from './minuteman/simulated-sockets.ts';
import type { VipSockets } from './minuteman/sockets.ts';
import type { ClusterUpstreams } from './upstreams.ts';

export type { ContainersStatus } from './machines/state.ts';

export interface ClusterOptions {
  /** As Mesos shows it: the master's `--cluster`. */
  name: string;
  machines: readonly Machine[];
  /** Gives a machine that is added later its address on this host. */
  place: (config: MachineConfig) => Machine;
  containerizers: { docker: Containerizer; process: Containerizer };
  files: SandboxFiles;
  /** Where the agents' work directories are, one a machine. */
  workDirectory: string;
  /** Asked whenever it is to be shown, so that it may change. */
  containers: () => ContainersStatus;
  /** How Marathon's health checks, and those of Mesos by HTTP and TCP, reach a task at the machines' addresses. */
  probe?: Probe;
  /** Where Marathon's backups go. Without it there are none. */
  backups?: BackupStorage;
  /** Where virtual addresses listen. Without it they are simulated. */
  vipSockets?: VipSockets;
  /** Elections are held in it; without it in an embedded one. */
  zookeeper?: RealEnsemble;
  /** DNS asks other servers for names that are not the cluster's. */
  dnsRecursion?: boolean;
  /** Origin of the pages, for frameworks to name theirs to Mesos; without it they name their machine and port, as the real ones do. */
  pages?: string;
}

export interface Cluster {
  /** Stays the same over restarts on the same store. */
  readonly id: string;
  readonly upstreams: ClusterUpstreams;
  /** Mesos-DNS by its own protocol; while it is not started nobody is answered. */
  readonly names: DnsQueries;
  /** Resolves when every unit of the machines that are wanted up is active: all agents registered, Marathon subscribed. Rejects with a sentence when one failed; stays pending after a stop. */
  ready(): Promise<void>;
  stop(options: { keepTasks: boolean }): Promise<void>;
}

/**
 * A DC/OS cluster of the given machines, started at once. Of several masters one is elected to lead, and another one when it goes,
 * as long as a majority of them is up. Throws when there is no master.
 */
export function createCluster(host: Kernel, options: ClusterOptions): Cluster {
  const journal = createJournal(host.clock, host.log);
  const kernel = { ...host, log: journal.log };
  const identity = { id: clusterId(kernel), name: options.name, startedAt: kernel.clock.now() };
  const [firstMaster, ...otherMasters] = options.machines.filter(({ type }) => type === 'master');
  if (!firstMaster) throw new Error('A cluster needs a machine of type master.');
  const minuteman = createMinuteman(kernel, {
    clusterId: identity.id,
    leader: () => group.masters.leader(),
    sockets: options.vipSockets ?? simulatedSockets(kernel),
  });
  const group = createMasterGroup(kernel, [firstMaster, ...otherMasters], {
    clusterId: identity.id,
    clusterName: options.name,
    agent: (id) => fleet.agent(id)?.agent()?.fetch,
    dns: {
      reachableAt: (ip) => fleet.at(ip)?.address.address ?? ip,
      more: () => minuteman.names(),
      recursion: options.dnsRecursion ?? false,
    },
    minuteman,
    supervisor: {
      act: async (action, machine) => void (await fleet.actOnUnit(machine, UNITS.zookeeper.id, action)),
      log: (machine) => journal.linesOf(UNITS.zookeeper.id, machine).map(({ at, message }) => `${new Date(at).toISOString()} ${message}`),
    },
    ...(options.zookeeper && { zookeeper: options.zookeeper }),
    ...(options.probe && { probe: probeByAddress((ip) => fleet.at(ip), options.probe) }),
    ...(options.backups && { backups: options.backups }),
    ...(options.pages !== undefined && { pages: options.pages }),
  });
  const { masters } = group;
  const outside = { ...options, minuteman, findMaster: masters.leader, leaderResolves: group.leaderResolves };
  const boot = createBootHttp(() => bootFacts(options.name, fleet.statuses()));
  const fleet = createFleet(kernel, {
    machines: options.machines,
    place: options.place,
    bootIsReady: () => bootIsReady(boot),
    build(machine, installed) {
      if (machine.type === 'boot') return { units: bootUnits };
      if (machine.type === 'master') return { units: group.at(machine.name)?.units(installed) ?? [] };
      const agent = createAgentMachine(kernel, { ...outside, machine, installed });
      return { units: agent.units, agent };
    },
  });
  const describe = () =>
    describeCluster({
      ...identity,
      machines: fleet.statuses(),
      masters,
      containers: options.containers(),
      processes: options.containerizers.process.kind,
    });
  return {
    id: identity.id,
    upstreams: clusterUpstreams(kernel.clock, { masters: group.upstreams, minuteman, fleet, describe, journal, boot }),
    names: async (packet, transport) => group.dns()?.query(packet, transport),
    ready: () => fleet.ready(),
    async stop({ keepTasks }) {
      group.stopFrameworks();
      await fleet.stop({ keepTasks });
      group.stop();
      minuteman.close();
    },
  };
}
