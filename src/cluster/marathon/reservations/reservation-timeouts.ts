import type { Timer } from '../../kernel/clock.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Publish } from '../event-bus.ts';
import { instanceChanged } from '../instances/instance-events.ts';
import type { InstanceTracker } from '../instances/instance-tracker.ts';
import type { InstanceRecord } from '../state.ts';

/** Marathon's --task_reservation_timeout: a reservation on which nothing was launched within this time is given up, in ms. */
const TIMEOUT_MS = 20_000;

/** Gives up reservations that came to nothing: Mesos may have refused one, or its agent may be gone. Another one is made instead. */
export interface ReservationTimeouts {
  /** To be called when something may have been reserved for an instance. */
  observe: (instance: InstanceRecord) => void;
  stop: () => void;
}

export function createReservationTimeouts(parts: {
  kernel: Kernel;
  tracker: InstanceTracker;
  publish: Publish;
  onGivenUp: (appId: string) => void;
}): ReservationTimeouts {
  const { kernel, tracker, publish } = parts;
  const timers = new Map<string, Timer>();

  const giveUp = (id: string): void => {
    timers.delete(id);
    const instance = tracker.get(id);
    if (!instance || !isUnused(instance)) return;
    // Another instance takes its place: should what was reserved for this one turn up after all, it is known to be needed no more.
    tracker.save([{ before: instance }]);
    publish(instanceChanged(instance, kernel.clock.now(), 'Killed'));
    parts.onGivenUp(instance.appId);
  };
  return {
    observe(instance) {
      const { id, reservedAt } = instance;
      if (reservedAt === undefined || !isUnused(instance) || timers.has(id)) return;
      const wait = Math.max(0, reservedAt + TIMEOUT_MS - kernel.clock.now());
      timers.set(
        id,
        kernel.clock.after(wait, () => giveUp(id)),
      );
    },
    stop() {
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
    },
  };
}

const isUnused = ({ reservedAt, incarnation, condition }: InstanceRecord): boolean =>
  reservedAt !== undefined && incarnation === 0 && condition === 'Scheduled';
