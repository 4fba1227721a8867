import type { SchedulerEvent } from '../../api/mesos/scheduler.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Store } from '../kernel/store.ts';
import type { Engine } from './engine.ts';
import type { Publish } from './event-bus.ts';
import type { LinkHandlers } from './mesos-link.ts';
import { COLLECTIONS, timestamp } from './state.ts';

/** Which framework Marathon is to Mesos: kept, so that after a restart its tasks are still its own. */
export interface FrameworkIdentity {
  id: () => string | undefined;
  /** Takes the id that Mesos gave. */
  learn: (id: string) => void;
}

export function createFrameworkIdentity(store: Store): FrameworkIdentity {
  let known = store.read<string>(COLLECTIONS.framework, 'id');
  return {
    id: () => known,
    learn(id) {
      if (known !== id) store.write([{ collection: COLLECTIONS.framework, key: 'id', value: id }]);
      known = id;
    },
  };
}

/** What Marathon does about what Mesos says. */
export function schedulerEvents(parts: { kernel: Kernel; identity: FrameworkIdentity; publish: Publish; engine: Engine }): LinkHandlers {
  const { kernel, identity, publish, engine } = parts;
  const { clock, log } = kernel;

  const onSubscribed = ({ subscribed }: Extract<SchedulerEvent, { type: 'SUBSCRIBED' }>): void => {
    const known = identity.id() !== undefined;
    const { value: frameworkId } = subscribed.framework_id;
    identity.learn(frameworkId);
    const master = `${subscribed.master_info.hostname}:${subscribed.master_info.port}`;
    const at = timestamp(clock.now());
    if (known) publish({ master, eventType: 'scheduler_reregistered_event', timestamp: at });
    else publish({ frameworkId, master, eventType: 'scheduler_registered_event', timestamp: at });
    engine.resume();
  };
  return {
    onEvent(event) {
      if (event.type === 'SUBSCRIBED') onSubscribed(event);
      else if (event.type === 'OFFERS') engine.onOffers(event.offers.offers);
      else if (event.type === 'UPDATE') engine.onStatus(event.update.status);
      else if (event.type === 'ERROR') log.error(`Mesos refused Marathon: ${event.error.message}`);
    },
    onDisconnected() {
      log.warn('The line to the Mesos master is gone; Marathon looks for the leading one.');
      publish({ eventType: 'scheduler_disconnected_event', timestamp: timestamp(clock.now()) });
    },
  };
}
