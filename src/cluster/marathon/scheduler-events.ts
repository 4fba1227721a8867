import type { SchedulerEvent } from '../../api/mesos/scheduler.ts';
import type { FrameworkIdentity } from '../framework/framework-identity.ts';
import type { LineHandlers } from '../framework/scheduler-line.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Engine } from './engine.ts';
import type { Publish } from './event-bus.ts';
import { timestamp } from './state.ts';

/** What Marathon does about what Mesos says. */
export function schedulerEvents(parts: { kernel: Kernel; identity: FrameworkIdentity; publish: Publish; engine: Engine }): LineHandlers {
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
      else if (event.type === 'UPDATE_OPERATION_STATUS') engine.onOperation(event.update_operation_status.status);
      else if (event.type === 'ERROR') log.error(`Mesos refused Marathon: ${event.error.message}`);
    },
    onDisconnected() {
      log.warn('The line to the Mesos master is gone; Marathon looks for the leading one.');
      publish({ eventType: 'scheduler_disconnected_event', timestamp: timestamp(clock.now()) });
    },
  };
}
