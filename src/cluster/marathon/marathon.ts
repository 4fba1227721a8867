import { DC_OS_DEFAULTS } from '../../api/marathon/normalise.ts';
import type { ConnectScheduler, FrameworkInfo, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import { every } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Machine } from '../machines/machine.ts';
import type { MarathonCore } from './core.ts';
import type { GroupHistory } from './definitions/group-history.ts';
import { createEngine } from './engine.ts';
import { createLoggers, ENGINE_LOGGER, type Loggers } from './logging/loggers.ts';
import type { Probe } from '../kernel/probe.ts';
import { createTrafficCounter, type MesosTraffic } from './mesos-traffic.ts';
import { COLLECTIONS, timestamp } from './state.ts';

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
  /** Gives up to lead. There is no other Marathon, so this one is elected again: it hangs up on Mesos and subscribes anew. */
  readonly abdicate: () => void;
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
}

/** Marathon as a Mesos framework. What was stored by an earlier run is taken up: deployments go on, tasks are asked for. */
export function createMarathon(kernel: Kernel, options: MarathonOptions): Marathon {
  const { clock, store } = kernel;
  const loggers = createLoggers(clock);
  const log = loggers.of(ENGINE_LOGGER, kernel.log);
  let frameworkId = store.read<string>(COLLECTIONS.framework, 'id');
  const leader = `${options.machine.ip}:${API_PORT}`;
  const traffic = createTrafficCounter();
  const engine = createEngine(
    { ...kernel, log },
    {
      findMaster() {
        const master = options.findMaster();
        return master && { connectScheduler: traffic.through(master.connectScheduler) };
      },
      probe: options.probe,
      framework: () => frameworkInfo(frameworkId, options),
      info: () => ({ ...(frameworkId !== undefined && { frameworkId }), leader, elected: true }),
    },
  );
  const { link, bus } = engine;

  const onSubscribed = ({ subscribed }: Extract<SchedulerEvent, { type: 'SUBSCRIBED' }>): void => {
    const known = frameworkId !== undefined;
    const { value: id } = subscribed.framework_id;
    if (frameworkId !== id) store.write([{ collection: COLLECTIONS.framework, key: 'id', value: id }]);
    frameworkId = id;
    const master = `${subscribed.master_info.hostname}:${subscribed.master_info.port}`;
    const at = timestamp(clock.now());
    if (known) bus.publish({ master, eventType: 'scheduler_reregistered_event', timestamp: at });
    else bus.publish({ frameworkId: id, master, eventType: 'scheduler_registered_event', timestamp: at });
    engine.resume();
  };
  const onEvent = (event: SchedulerEvent): void => {
    if (event.type === 'SUBSCRIBED') onSubscribed(event);
    else if (event.type === 'OFFERS') engine.onOffers(event.offers.offers);
    else if (event.type === 'UPDATE') engine.onStatus(event.update.status);
    else if (event.type === 'ERROR') log.error(`Mesos refused Marathon: ${event.error.message}`);
  };
  const onDisconnected = (): void => {
    log.warn('The line to the Mesos master is gone; Marathon looks for the leading one.');
    bus.publish({ eventType: 'scheduler_disconnected_event', timestamp: timestamp(clock.now()) });
  };
  bus.onEvent(({ eventType, timestamp: _at, ...rest }) => log.debug(eventType, rest));
  const review = every(clock, REVIEW_MS, engine.review);
  link.start({ onEvent, onDisconnected });
  return {
    core: engine.core,
    groupHistory: engine.groupHistory,
    traffic: traffic.counts,
    abdicate: link.resubscribe,
    loggers,
    ready: link.subscribed,
    stop() {
      review.cancel();
      loggers.stop();
      engine.stop();
    },
  };
}

const frameworkInfo = (id: string | undefined, { machine, webuiUrl }: MarathonOptions): FrameworkInfo => ({
  ...(id !== undefined && { id: { value: id } }),
  name: 'marathon',
  user: 'root',
  // the role whose offers it takes, as DC/OS starts it
  roles: [DC_OS_DEFAULTS.role],
  hostname: machine.ip,
  webui_url: webuiUrl,
  checkpoint: true,
  failover_timeout: FAILOVER_SECONDS,
  capabilities: ['GPU_RESOURCES', 'MULTI_ROLE', 'PARTITION_AWARE', 'REGION_AWARE', 'TASK_KILLING_STATE'].map((type) => ({ type })),
});
