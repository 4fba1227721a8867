import type { RunSpec } from '../../../api/marathon/run-spec.ts';
import type { Timer } from '../../kernel/clock.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Publish } from '../event-bus.ts';
import { timestamp, type InstanceRecord } from '../state.ts';
import { instanceChanged } from './instance-events.ts';
import type { InstanceTracker } from './instance-tracker.ts';
import { unreachableStage } from './unreachable-rules.ts';

/** Waits for tasks on lost agents as long as their app wants: then another one takes their place, and later they are forgotten (§8.8). */
export interface UnreachableWatch {
  /** To be called when an instance may have become unreachable. */
  observe: (instance: InstanceRecord) => void;
  stop: () => void;
}

export function createUnreachableWatch(parts: {
  kernel: Kernel;
  tracker: InstanceTracker;
  publish: Publish;
  definitionOf: (instance: InstanceRecord) => RunSpec | undefined;
  /** An instance counts no more: another one may be needed. */
  onGivenUp: (appId: string) => void;
}): UnreachableWatch {
  const { kernel, tracker, publish } = parts;
  const timers = new Map<string, Timer>();

  const look = (id: string): void => {
    timers.get(id)?.cancel();
    timers.delete(id);
    const instance = tracker.get(id);
    if (instance?.unreachableSince === undefined) return;
    const now = kernel.clock.now();
    const strategy = parts.definitionOf(instance)?.unreachableStrategy ?? 'disabled';
    const { stage, nextInMs } = unreachableStage(instance.unreachableSince, strategy, now);
    if (nextInMs !== undefined)
      timers.set(
        id,
        kernel.clock.after(nextInMs, () => look(id)),
      );
    if (stage === 'expunged') {
      tracker.save([{ before: instance }]);
      publish(instanceChanged(instance, now, 'Killed'));
    } else if (stage === 'inactive' && instance.condition === 'Unreachable') {
      const after: InstanceRecord = { ...instance, condition: 'UnreachableInactive', ...(instance.since && { since: timestamp(now) }) };
      tracker.save([{ before: instance, after }]);
      publish(instanceChanged(after, now));
    } else return;
    parts.onGivenUp(instance.appId);
  };
  return {
    observe({ id, unreachableSince }) {
      if (unreachableSince !== undefined && !timers.has(id)) look(id);
    },
    stop() {
      for (const timer of timers.values()) timer.cancel();
    },
  };
}
