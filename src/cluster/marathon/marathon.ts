import { DC_OS_DEFAULTS } from '../../api/marathon/normalise.ts';
import type { ConnectScheduler, FrameworkInfo } from '../../api/mesos/scheduler.ts';
import { createFrameworkIdentity } from '../framework/framework-identity.ts';
import { every } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Probe } from '../kernel/probe.ts';
import type { Machine } from '../machines/machine.ts';
import { keepAndFetch, type BackupWish } from './backup/backup.ts';
import { BackupError, type BackupStorage } from './backup/backup-storage.ts';
import type { MarathonCore } from './core.ts';
import { currentCore } from './current-core.ts';
import type { GroupHistory } from './definitions/group-history.ts';
import { createEngine, type Engine } from './engine.ts';
import { createEngineLives } from './engine-lives.ts';
import { createEventBus, type EventBus } from './event-bus.ts';
import { createLoggers, ENGINE_LOGGER, type Loggers } from './logging/loggers.ts';
import { createTrafficCounter, type MesosTraffic } from './mesos-traffic.ts';
import { schedulerEvents } from './scheduler-events.ts';
import { COLLECTIONS } from './state.ts';

/** The port of Marathon's API on its machine. */
const API_PORT = 8080;
const FAILOVER_SECONDS = 604_800;
/** How often it is looked whether something fell through: an action that did not go on, a number of instances that is not as wished. */
const REVIEW_MS = 60_000;

export interface Marathon {
  readonly core: MarathonCore;
  readonly groupHistory: Pick<GroupHistory, 'groupVersions' | 'groupAt'>;
  /** What went over the line to Mesos. */
  readonly traffic: () => MesosTraffic;
  /**
   * Gives up to lead, after it has made the backup and restored the state that are wished. Where no other Marathon takes over, this
   * one is elected again: it hangs up on Mesos and subscribes anew. Throws BackupError, and then it did not give up.
   */
  readonly abdicate: (wish: BackupWish) => Promise<void>;
  /** Which of its log is written. */
  readonly loggers: Loggers;
  /** Subscribed to Mesos. */
  ready(): boolean;
  /** Ends its timers and its line to Mesos. Tasks keep running: the framework has its failover time to come back. */
  stop(): void;
}

export interface MarathonOptions {
  machine: Machine;
  /** The leading master; undefined while there is none. */
  findMaster: () => { connectScheduler: ConnectScheduler } | undefined;
  webuiUrl: string;
  /** How to reach tasks for health checks. Without it checks by Marathon have no result. */
  probe?: Probe;
  /** Where backups go; without it there are none. */
  backups?: BackupStorage;
  /** Leaves the lead to another Marathon, which ends this one; false when there is no other. */
  handOver?: () => boolean;
}

/** Marathon as a Mesos framework. What was stored by an earlier run is taken up: deployments go on, tasks are asked for. */
export function createMarathon(kernel: Kernel, options: MarathonOptions): Marathon {
  const { clock, store } = kernel;
  const loggers = createLoggers(clock);
  const log = loggers.of(ENGINE_LOGGER, kernel.log);
  const bus = createEventBus((fault) => log.error(`A reader of Marathon's events failed: ${String(fault)}`));
  const traffic = createTrafficCounter();
  const leader = `${options.machine.ip}:${API_PORT}`;
  const identity = createFrameworkIdentity(store, COLLECTIONS.framework);

  const start = (life: Kernel, { publish, onEvent }: EventBus): Engine => {
    const engine = createEngine(life, {
      findMaster() {
        const master = options.findMaster();
        return master && { connectScheduler: traffic.through(master.connectScheduler) };
      },
      probe: options.probe,
      framework: (roles) => frameworkInfo(identity.id(), roles, options),
      role: DC_OS_DEFAULTS.role,
      info() {
        const frameworkId = identity.id();
        return { ...(frameworkId !== undefined && { frameworkId }), leader, elected: true };
      },
      bus: { publish, onEvent },
    });
    engine.link.start(schedulerEvents({ kernel: life, identity, publish, engine }));
    return engine;
  };
  bus.onEvent(({ eventType, timestamp: _at, ...rest }) => log.debug(eventType, rest));
  const { current, startOver } = createEngineLives({ ...kernel, log }, bus, start);
  const review = every(clock, REVIEW_MS, () => current().review());
  return {
    core: currentCore(() => current().core, bus.onEvent),
    groupHistory: {
      groupVersions: (id) => current().groupHistory.groupVersions(id),
      groupAt: (id, version) => current().groupHistory.groupAt(id, version),
    },
    traffic: traffic.counts,
    async abdicate(wish) {
      const restored = await keepAndFetch(store, options.backups, wish);
      if (restored !== undefined)
        await startOver(restored).catch((fault: unknown) => {
          throw new BackupError(`The state of the backup can not be begun with: ${String(fault)}. All is as it was.`);
        });
      if (!options.handOver?.() && restored === undefined) current().link.resubscribe();
    },
    loggers,
    ready: () => current().link.subscribed(),
    stop() {
      review.cancel();
      loggers.stop();
      current().stop();
    },
  };
}

const frameworkInfo = (id: string | undefined, roles: string[], { machine, webuiUrl }: MarathonOptions): FrameworkInfo => ({
  ...(id !== undefined && { id: { value: id } }),
  name: 'marathon',
  user: 'root',
  roles,
  hostname: machine.ip,
  webui_url: webuiUrl,
  checkpoint: true,
  failover_timeout: FAILOVER_SECONDS,
  capabilities: ['GPU_RESOURCES', 'MULTI_ROLE', 'PARTITION_AWARE', 'REGION_AWARE', 'TASK_KILLING_STATE'].map((type) => ({ type })),
});
