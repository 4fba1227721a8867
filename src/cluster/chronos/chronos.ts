import type { ConnectScheduler, FrameworkInfo } from '../../api/mesos/scheduler.ts';
import { createFrameworkIdentity } from '../framework/framework-identity.ts';
import { createSchedulerLine } from '../framework/scheduler-line.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Machine } from '../machines/machine.ts';
import { createJobBook, type JobBook } from './job-book.ts';
import { createJobCommands, type JobCommands } from './job-commands.ts';
import { createRunCommands, type RunCommands } from './run-commands.ts';
import { createRunTracker } from './run-tracker.ts';
import { createRunLauncher } from './run-launcher.ts';
import { createScheduler } from './scheduler.ts';
import { COLLECTIONS } from './state.ts';

const FAILOVER_SECONDS = 604_800;

export interface Chronos {
  readonly book: Omit<JobBook, 'save'>;
  readonly commands: JobCommands & RunCommands;
  /** Subscribed to Mesos. */
  ready: () => boolean;
  /** Ends its timers and its line to Mesos. Runs go on: the framework has its failover time to come back. */
  stop: () => void;
}

export interface ChronosOptions {
  machine: Machine;
  /** The leading master; undefined while there is none. */
  findMaster: () => { connectScheduler: ConnectScheduler } | undefined;
  webuiUrl: string;
}

/** Chronos as a Mesos framework. What was stored by an earlier run is taken up: what was due meanwhile runs once. */
export function createChronos(kernel: Kernel, options: ChronosOptions): Chronos {
  const { clock, store, log } = kernel;
  const identity = createFrameworkIdentity(store, COLLECTIONS.framework);
  const book = createJobBook(store);
  const line = createSchedulerLine({
    clock,
    findMaster: options.findMaster,
    subscribe: () => ({ type: 'SUBSCRIBE', subscribe: { framework_info: frameworkInfo(identity.id(), options), suppressed_roles: ['*'] } }),
  });
  const launcher = createRunLauncher(book, line);
  const scheduler = createScheduler({ kernel, book, line, launcher });
  const tracker = createRunTracker({ kernel, book, line, changed: scheduler.review });
  const parts = { clock, book, scheduler, tracker };
  line.start({
    onEvent(event) {
      if (event.type === 'SUBSCRIBED') {
        identity.learn(event.subscribed.framework_id.value);
        scheduler.resume();
      } else if (event.type === 'OFFERS') launcher.onOffers(event.offers.offers, clock.now());
      else if (event.type === 'UPDATE') tracker.onStatus(event.update.status);
      else if (event.type === 'ERROR') log.error(`Mesos refused Chronos: ${event.error.message}`);
    },
    onDisconnected: () => log.warn('The line to the Mesos master is gone; Chronos looks for the leading one.'),
  });
  return {
    book,
    commands: { ...createJobCommands(parts), ...createRunCommands(parts) },
    ready: line.subscribed,
    stop() {
      scheduler.stop();
      line.stop();
    },
  };
}

const frameworkInfo = (id: string | undefined, { machine, webuiUrl }: ChronosOptions): FrameworkInfo => ({
  ...(id !== undefined && { id: { value: id } }),
  name: 'chronos',
  user: 'root',
  roles: ['*'],
  hostname: machine.ip,
  webui_url: webuiUrl,
  checkpoint: true,
  failover_timeout: FAILOVER_SECONDS,
  capabilities: [],
});
