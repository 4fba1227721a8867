import type { Clock } from '../kernel/clock.ts';
import type { Condition, UnitControl, UnitSpec } from './unit.ts';

/** How long after its end a unit is started again, in ms: the RestartSec of most of DC/OS' units, which have Restart=always. */
export const RESTART_AFTER_MS = 5000;

/** What can be done to one unit of a machine that is up, as `systemctl` and `kill -9` do it; one thing after the other. */
export interface UnitChanges {
  /** Begins its start, at once where it waited to be restarted. Nothing when it runs. */
  start(): Promise<void>;
  /** Stops it, for good. Resolves when that is done. */
  stop(): Promise<void>;
  /** Its process dies. It is started again after a while. */
  crash(): Promise<void>;
}

interface Parts {
  readonly unit: UnitControl;
  readonly spec: UnitSpec;
  /** Starts it once all these hold. */
  begin: (first: readonly Condition[]) => void;
  /** Ends the start that is under way, if there is one. */
  giveUp: () => Promise<void>;
  /** Somebody may wait for what has just become of it. */
  changed: () => void;
}

export function createUnitChanges(clock: Clock, { unit, spec, begin, giveUp, changed }: Parts): UnitChanges {
  let last = Promise.resolve();
  const afterTheLast = (change: () => Promise<void>): Promise<void> => {
    const done = last.then(change).finally(changed);
    last = done.catch(() => {});
    return done;
  };
  const end = async (how: UnitSpec['stop']): Promise<void> => {
    await giveUp();
    try {
      await how?.();
    } catch (error) {
      unit.enter('failed', `${spec.name} could not be stopped: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  };
  return {
    start: () =>
      afterTheLast(async () => {
        if (unit.state() === 'active') return;
        // of a start that was half done nothing may be left
        await end(spec.stop);
        begin([]);
      }),
    stop: () =>
      afterTheLast(async () => {
        unit.enter('deactivating', `Stopping ${spec.name}.`);
        unit.keepStopped();
        await end(spec.stop);
        unit.enter('inactive', `Stopped ${spec.name}.`);
      }),
    crash: () =>
      afterTheLast(async () => {
        await end(spec.crash ?? spec.stop);
        const at = clock.now() + RESTART_AFTER_MS;
        unit.enter('activating', `${spec.name} died (signal KILL).`);
        begin([{ name: `its restart, ${RESTART_AFTER_MS / 1000} s after it died`, met: () => clock.now() >= at }]);
      }),
  };
}
