import type { Fetch } from '../../api/http/fetch.ts';
import type { Supervisor } from '../exhibitor/embedded-view.ts';
import type { EnsembleView } from '../exhibitor/ensemble-view.ts';
import { createHistory, type History } from '../history/history.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Probe } from '../kernel/probe.ts';
import type { BackupStorage } from '../marathon/backup/backup-storage.ts';
import { createMesosDns, type MesosDns, type MesosDnsOptions } from '../mesos-dns/mesos-dns.ts';
import type { MesosMaster } from '../mesos-master/master.ts';
import type { Minuteman } from '../minuteman/minuteman.ts';
import type { ZooKeeperEnsemble } from '../zookeeper/ensemble.ts';
import type { Machine } from './machine.ts';
import { createChronosProcess } from './master-chronos.ts';
import { createMarathonProcess, type FrameworkProcess } from './master-marathon.ts';
import { createMesosProcess, type MesosProcess } from './master-mesos.ts';
import { createMasterPart, type MasterPart } from './master-part.ts';
import { masterUnits } from './master-units.ts';
import type { Masters } from './masters.ts';
import { minutemanUnit } from './minuteman-unit.ts';
import type { Condition, UnitSpec } from './unit.ts';

/** What all masters of a cluster have in common. */
export interface MasterOptions {
  clusterId: string;
  clusterName: string;
  probe?: Probe;
  /** Where Marathon's backups go. */
  backups?: BackupStorage;
  /** Origin of the pages. */
  pages?: string;
  /** How DNS answers. */
  dns?: Pick<MesosDnsOptions, 'reachableAt' | 'more' | 'recursion'>;
  /** An agent's API by its id, for what its tasks use. */
  agent?: (id: string) => Fetch | undefined;
  minuteman: Minuteman;
  /** Starts and stops the servers of the embedded ensemble for Exhibitor. */
  supervisor: Supervisor;
  /** A real ensemble; without it one is embedded. */
  zookeeper?: RealEnsemble;
}

export interface RealEnsemble {
  ensemble: ZooKeeperEnsemble;
  /** As Exhibitor sees it. */
  view: EnsembleView;
}

/** The components of a master machine: each finds the others as the real ones do, by ZooKeeper and by name. */
export interface MasterParts {
  readonly mesos: MasterPart<MesosProcess>;
  readonly mesosDns: MasterPart<MesosDns & { stop(): void }>;
  readonly history: MasterPart<History>;
  readonly marathon: MasterPart<FrameworkProcess>;
  readonly chronos: MasterPart<FrameworkProcess>;
  writeClusterId: () => Promise<void>;
}

export interface MasterMachine {
  readonly machine: Machine;
  /** `installed`: what has to hold before anything starts on it. */
  units(installed: readonly Condition[]): readonly UnitSpec[];
  readonly parts: MasterParts;
  /** While its Mesos master leads. */
  mesosMaster(): MesosMaster | undefined;
}

export function createMasterMachine(kernel: Kernel, machine: Machine, masters: Masters, options: MasterOptions): MasterMachine {
  const parts: MasterParts = {
    mesos: createMasterPart(() => createMesosProcess(kernel, machine, masters, options)),
    mesosDns: createMasterPart(() => startedDns(kernel, masters, options)),
    history: createMasterPart(() => startedHistory(kernel, masters, options)),
    marathon: createMasterPart(() => createMarathonProcess(kernel, machine, masters, options)),
    chronos: createMasterPart(() => createChronosProcess(kernel, machine, masters, options)),
    writeClusterId: () => writeClusterId(masters, options),
  };
  return {
    machine,
    units: (installed) => [...masterUnits(machine.name, parts, masters, installed), minutemanUnit(options.minuteman, machine.name)],
    parts,
    mesosMaster: () => parts.mesos.get()?.leading(),
  };
}

async function writeClusterId({ ensemble }: Masters, { clusterId }: MasterOptions): Promise<void> {
  const client = ensemble.connect();
  try {
    await client.ensure('/cluster-id');
    const { data } = await client.get('/cluster-id');
    if (new TextDecoder().decode(data) !== clusterId) await client.set('/cluster-id', new TextEncoder().encode(clusterId));
  } finally {
    await client.close();
  }
}

function startedDns(kernel: Kernel, masters: Masters, { dns }: MasterOptions): MesosDns & { stop(): void } {
  const started = createMesosDns(kernel, masters.mesosInfo, {
    masters: masters.addresses,
    connect: (ip) => masters.machine(ip)?.parts.mesos.get()?.fetch,
    ...dns,
  });
  return { ...started, stop() {} };
}

function startedHistory(kernel: Kernel, { leader }: Masters, { agent }: MasterOptions): History {
  const metrics: Fetch = async (request) => leader()?.fetch(request) ?? new Response(null, { status: 503 });
  return createHistory(kernel, leader, { metrics, ...(agent && { agent }) });
}
