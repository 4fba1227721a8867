import { bootHttp, bootIsReady } from './boot/http.ts';
import { describeCluster } from './cluster-description.ts';
import { clusterUpstreams } from './cluster-upstreams.ts';
import type { Containerizer } from './executor/containerizer.ts';
import type { SandboxFiles } from './executor/sandbox-files.ts';
import type { Kernel } from './kernel/kernel.ts';
import { createAgentMachine } from './machines/agent-machine.ts';
import { clusterId } from './machines/cluster-id.ts';
import { isAgent } from './machines/config-rules.ts';
import type { Machine } from './machines/machine.ts';
import { createMasterMachine, resolves } from './machines/master-machine.ts';
import { probeByAddress } from './machines/probe-by-address.ts';
import { startMachines } from './machines/startup.ts';
import type { ContainersStatus } from './machines/state.ts';
import { UNITS } from './machines/unit-catalogue.ts';
import type { Condition, UnitSpec } from './machines/unit.ts';
import type { Probe } from './kernel/probe.ts';
import type { BackupStorage } from './marathon/backup/backup-storage.ts';
import type { ClusterUpstreams } from './upstreams.ts';

export type { ContainersStatus } from './machines/state.ts';

export interface ClusterOptions {
  /** As Mesos shows it: the master's `--cluster`. */
  name: string;
  machines: readonly Machine[];
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
}

export interface Cluster {
  /** Stays the same over restarts on the same store. */
  readonly id: string;
  readonly upstreams: ClusterUpstreams;
  /** Resolves when every unit is active: all agents registered, Marathon subscribed. Rejects with a sentence when one failed; stays pending after a stop. */
  ready(): Promise<void>;
  stop(options: { keepTasks: boolean }): Promise<void>;
}

/**
 * A DC/OS cluster of the given machines, started at once. Of several masters the first one leads; the others stand by without
 * taking over. Throws when there is no master.
 */
export function createCluster(kernel: Kernel, options: ClusterOptions): Cluster {
  const identity = { id: clusterId(kernel), name: options.name, startedAt: kernel.clock.now() };
  const leader = options.machines.find(({ type }) => type === 'master');
  if (!leader) throw new Error('A cluster needs a machine of type master.');
  const installed = installConditions(options.machines);
  const common = { clusterId: identity.id, clusterName: options.name, installed };
  const master = createMasterMachine(kernel, {
    machine: leader,
    ...common,
    agent: (id) => agents.find((candidate) => candidate.agent()?.id() === id)?.agent()?.fetch,
    ...(options.probe && { probe: probeByAddress(options.machines, options.probe) }),
    ...(options.backups && { backups: options.backups }),
  });
  const { components } = master;
  const findMaster = () => components.leader();
  const leaderResolves = resolves(components, 'leader.mesos');
  const agents = options.machines
    .filter(isAgent)
    .map((machine) => createAgentMachine(kernel, { ...options, machine, installed, leaderResolves, findMaster }));
  const unitsOf = (machine: Machine): readonly UnitSpec[] => {
    if (machine.type === 'boot') return [UNITS.boot];
    if (machine.type === 'master') return machine === leader ? master.units : standbyUnits(leader.name);
    return agents.find((agent) => agent.machine === machine)?.units ?? [];
  };
  const startup = startMachines(
    kernel,
    options.machines.map((machine) => ({ name: machine.name, units: unitsOf(machine) })),
  );
  const machines = () =>
    options.machines.map((machine) => {
      const agent = agents.find((candidate) => candidate.machine === machine)?.agent();
      return { machine, units: startup.units(machine.name), agentId: agent?.id() };
    });
  const describe = () =>
    describeCluster({
      ...identity,
      machines: machines(),
      containers: options.containers(),
      processes: options.containerizers.process.kind,
    });
  return {
    id: identity.id,
    upstreams: clusterUpstreams({ master, agents, machines, describe }),
    ready: () => startup.settled(),
    async stop({ keepTasks }) {
      startup.stop();
      components.stopFrameworks();
      await Promise.all(agents.map(async (machine) => machine.agent()?.stop({ keepTasks })));
      components.stop();
    },
  };
}

/** Machines install themselves from the boot machine; without one they are taken to be installed. */
function installConditions(machines: readonly Machine[]): Condition[] {
  const boot = machines.find(({ type }) => type === 'boot');
  return boot ? [{ name: `${boot.name} to be ready`, met: () => bootIsReady(bootHttp) }] : [];
}

function standbyUnits(leader: string): UnitSpec[] {
  const absent = `Masters that take over are not part of this version of the local cluster; ${leader} leads.`;
  const { zookeeper, mesosMaster, marathon } = UNITS;
  return [
    { ...zookeeper, absent },
    { ...mesosMaster, absent },
    { ...marathon, absent },
  ];
}
