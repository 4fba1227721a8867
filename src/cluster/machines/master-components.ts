import type { Fetch } from '../../api/http/fetch.ts';
import type { MasterStateJson } from '../../api/mesos/state.ts';
import { createChronos, type Chronos } from '../chronos/chronos.ts';
import { createChronosHttp } from '../chronos/http/chronos-http.ts';
import { createHistory, type History } from '../history/history.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Probe } from '../kernel/probe.ts';
import type { BackupStorage } from '../marathon/backup/backup-storage.ts';
import { createMarathonHttp } from '../marathon/http/marathon-http.ts';
import { createMarathon, type Marathon } from '../marathon/marathon.ts';
import { createMesosDns, type MesosDns, type MesosDnsOptions } from '../mesos-dns/mesos-dns.ts';
import { createMesosMaster, type MesosMaster } from '../mesos-master/master.ts';
import { announceMaster, leadingMaster, masterInfo } from '../zookeeper/mesos-leader.ts';
import type { ZooKeeperSession } from '../zookeeper/session.ts';
import { createZooKeeper, type ZooKeeper } from '../zookeeper/zookeeper.ts';
import type { Machine } from './machine.ts';
import type { UNITS } from './unit-catalogue.ts';

export interface MasterOptions {
  machine: Machine;
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
}

export const MARATHON_PORT = 8080;
const CHRONOS_PORT = 4400;
const MARATHON_VERSION = '1.10.26';

type ServedChronos = Chronos & { fetch: Fetch };

/** The components of a master machine. Each is there from its start on, and finds the others as the real ones do: by ZooKeeper and by name. */
export interface MasterComponents extends StopComponents {
  explorer(): ZooKeeperSession | undefined;
  master(): MesosMaster | undefined;
  /** This machine's master, if ZooKeeper says that it leads. */
  leader(): MesosMaster | undefined;
  dns(): MesosDns | undefined;
  history(): History | undefined;
  marathon(): Marathon | undefined;
  marathonHttp(): Fetch | undefined;
  chronos(): ServedChronos | undefined;
  startZooKeeper(): void;
  writeClusterId(): void;
  startMaster(): Promise<void>;
  startDns(): void;
  startHistory(): void;
  startMarathon(): void;
  startChronos(): void;
  /** Marathon, Chronos and what else would start again what the agents are about to stop. */
  stopFrameworks(): void;
  stop(): void;
}

/** Each ends one component, to be started again; what it kept is stored. */
interface StopComponents {
  stopMaster(): void;
  stopDns(): void;
  stopHistory(): void;
  stopMarathon(): void;
  stopChronos(): void;
}

/** What is started at the moment. */
interface Running {
  zookeeper?: ZooKeeper;
  explorer?: ZooKeeperSession;
  master?: MesosMaster | undefined;
  dns?: MesosDns | undefined;
  history?: History | undefined;
  marathon?: Marathon | undefined;
  marathonHttp?: Fetch | undefined;
  chronos?: ServedChronos | undefined;
}

export function createMasterComponents(kernel: Kernel, options: MasterOptions): MasterComponents {
  const { machine } = options;
  const running: Running = {};
  const { connect, disconnect, disconnectAll } = createConnections(running);
  const leader = (): MesosMaster | undefined =>
    running.explorer && leadingMaster(running.explorer)?.address.ip === machine.ip ? running.master : undefined;

  return {
    explorer: () => running.explorer,
    master: () => running.master,
    leader,
    dns: () => running.dns,
    history: () => running.history,
    marathon: () => running.marathon,
    marathonHttp: () => running.marathonHttp,
    chronos: () => running.chronos,
    startZooKeeper() {
      running.zookeeper = createZooKeeper(kernel);
      running.explorer = connect('exhibitor');
    },
    writeClusterId() {
      const session = connect('clusterId');
      session.ensure('/cluster-id');
      if (session.get('/cluster-id').data !== options.clusterId) session.set('/cluster-id', options.clusterId);
    },
    async startMaster() {
      const started = createMesosMaster(kernel, { machine, clusterName: options.clusterName });
      running.master = started;
      const response = await started.fetch(new Request(`http://${machine.ip}:5050/master/state`));
      const { id, version } = (await response.json()) as Pick<MasterStateJson, 'id' | 'version'>;
      announceMaster(connect('mesosMaster'), masterInfo({ id, ip: machine.ip, port: 5050, version }));
    },
    startDns() {
      running.dns = createMesosDns(kernel, connect('mesosDns'), {
        masters: [machine.ip],
        connect: (ip) => (ip === machine.ip ? running.master?.fetch : undefined),
        ...options.dns,
      });
    },
    startHistory() {
      running.history = startedHistory(kernel, options, leader);
    },
    startMarathon() {
      ({ marathon: running.marathon, fetch: running.marathonHttp } = startedMarathon(kernel, options, leader));
      const session = connect('marathon');
      session.ensure('/marathon');
      session.create('/marathon/leader', `${machine.ip}:${MARATHON_PORT}`, { ephemeral: true });
    },
    startChronos() {
      running.chronos = startedChronos(kernel, options, leader);
      announceChronos(connect('chronos'), `${machine.ip}:${CHRONOS_PORT}`);
    },
    ...stopping(running, disconnect),
    stopFrameworks() {
      running.marathon?.stop();
      running.chronos?.stop();
    },
    stop() {
      running.history?.stop();
      running.master?.stop();
      disconnectAll();
    },
  };
}

/** A component that has a session with ZooKeeper. */
type Component = keyof typeof UNITS;

function createConnections(running: Running) {
  const sessions = new Map<Component, ZooKeeperSession>();
  return {
    connect: (component: Component): ZooKeeperSession => {
      if (!running.zookeeper) throw new Error('ZooKeeper has not been started.');
      const session = running.zookeeper.connect();
      sessions.set(component, session);
      return session;
    },
    /** What a component has made known of itself is gone with its session. */
    disconnect: (component: Component): void => {
      sessions.get(component)?.close();
      sessions.delete(component);
    },
    disconnectAll: (): void => {
      for (const session of sessions.values()) session.close();
    },
  };
}

function stopping(running: Running, disconnect: (component: Component) => void): StopComponents {
  return {
    stopMaster() {
      disconnect('mesosMaster');
      running.master?.stop();
      running.master = undefined;
    },
    stopDns() {
      disconnect('mesosDns');
      running.dns = undefined;
    },
    stopHistory() {
      running.history?.stop();
      running.history = undefined;
    },
    stopMarathon() {
      disconnect('marathon');
      running.marathon?.stop();
      running.marathon = undefined;
      running.marathonHttp = undefined;
    },
    stopChronos() {
      disconnect('chronos');
      running.chronos?.stop();
      running.chronos = undefined;
    },
  };
}

type FindLeader = () => MesosMaster | undefined;

function startedHistory(kernel: Kernel, { agent }: MasterOptions, leader: FindLeader): History {
  const metrics: Fetch = async (request) => leader()?.fetch(request) ?? new Response(null, { status: 503 });
  return createHistory(kernel, leader, { metrics, ...(agent && { agent }) });
}

function startedMarathon(kernel: Kernel, { machine, probe, backups, pages }: MasterOptions, findMaster: FindLeader) {
  const webuiUrl = pages === undefined ? `http://${machine.ip}:${MARATHON_PORT}` : `${pages}/marathon/`;
  const log = kernel.log.as(`marathon@${machine.name}`);
  const outside = { ...(probe && { probe }), ...(backups && { backups }) };
  const marathon = createMarathon({ ...kernel, log }, { machine, findMaster, webuiUrl, ...outside });
  const { core, groupHistory, traffic, abdicate, loggers } = marathon;
  const facts = { clock: kernel.clock, version: MARATHON_VERSION, log };
  return { marathon, fetch: createMarathonHttp(core, { ...facts, groupHistory, traffic, abdicate, loggers }) };
}

function startedChronos(kernel: Kernel, { machine, pages }: MasterOptions, findMaster: FindLeader): ServedChronos {
  const leader = `${machine.ip}:${CHRONOS_PORT}`;
  const webuiUrl = pages === undefined ? `http://${leader}` : `${pages}/service/chronos/`;
  const log = kernel.log.as(`chronos@${machine.name}`);
  const chronos = createChronos({ ...kernel, log }, { machine, findMaster, webuiUrl });
  return { ...chronos, fetch: createChronosHttp(chronos, { leader, log }) };
}

/** Of all that wait to lead, the one with the lowest number does. */
function announceChronos(session: ZooKeeperSession, address: string): void {
  session.ensure('/chronos/state/candidate');
  session.create('/chronos/state/candidate/latch-', address, { ephemeral: true, sequential: true });
}
