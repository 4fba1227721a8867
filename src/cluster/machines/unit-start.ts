import type { ChangeSignal } from './change-signal.ts';
import type { Condition, UnitControl, UnitSpec } from './unit.ts';

/** A unit with its newest start. */
export interface StartedUnit {
  readonly unit: UnitControl;
  readonly spec: UnitSpec;
  attempt?: Attempt;
}

interface Attempt {
  /** It is not to be gone on with. */
  over: boolean;
  readonly ended: Promise<void>;
}

/** The machine that a unit is started on. */
interface Surroundings {
  /** Whether another of its units is. */
  isActive(unitId: string): boolean;
  /** It is not to be up any more. */
  over(): boolean;
}

export interface UnitStarter {
  /** Starts a unit once all `first` hold. Resolves when it is active or not to be started any more; rejects when it failed. */
  begin(started: StartedUnit, first: readonly Condition[], on: Surroundings): Promise<void>;
  /** Ends the start that is under way; resolves when nothing more comes of it. */
  giveUp(started: StartedUnit): Promise<void>;
}

/** How a unit comes up: what it requires, what it waits for, its start, and what shows that it is there. */
export function createUnitStarter(signal: ChangeSignal): UnitStarter {
  /** Waits until all conditions hold, one after the other; false when there is nothing to wait for any more. */
  async function hold(unit: UnitControl, conditions: readonly Condition[], over: () => boolean): Promise<boolean> {
    for (const condition of conditions)
      while (!(await isMet(condition))) {
        if (over()) return false;
        unit.wait(condition.name);
        await signal.next();
      }
    return !over();
  }

  async function bring({ unit, spec }: StartedUnit, conditions: readonly Condition[], over: () => boolean): Promise<void> {
    if (!(await hold(unit, conditions, over))) return;
    unit.enter('activating', `Starting ${spec.name}.`);
    try {
      if (!(await hold(unit, spec.before ?? [], over))) return;
      await spec.start?.();
      if (!(await hold(unit, spec.after ?? [], over))) return;
      unit.enter('active', `Started ${spec.name}.`);
    } catch (error) {
      unit.enter('failed', `${spec.name} could not be started: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    } finally {
      signal.changed();
    }
  }

  return {
    begin(started, first, on) {
      const required = (started.spec.requires ?? []).map((id) => ({ name: id, met: () => on.isActive(id) }));
      const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
      const attempt: Attempt = { over: false, ended };
      started.attempt = attempt;
      bring(started, [...first, ...required], () => signal.stopped() || on.over() || attempt.over).then(resolve, reject);
      // Who waits for the machine hears of a failure; who started the unit alone sees its state.
      ended.catch(() => {});
      return ended;
    },
    async giveUp({ attempt }) {
      if (!attempt) return;
      attempt.over = true;
      signal.changed();
      await Promise.allSettled([attempt.ended]);
    },
  };
}

async function isMet(condition: Condition): Promise<boolean> {
  try {
    return await condition.met();
  } catch {
    return false;
  }
}
