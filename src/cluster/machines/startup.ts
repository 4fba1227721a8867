import type { Kernel } from '../kernel/kernel.ts';
import { createChangeSignal } from './change-signal.ts';
import { checkRequirements } from './rules.ts';
import { createUnit, type Condition, type Unit, type UnitControl, type UnitSpec } from './unit.ts';

export interface Startup {
  /** Units of a machine in the order of their start. */
  units(machine: string): readonly Unit[];
  /** Resolves when every unit is active (or absent); rejects with a sentence about the first one that failed; stays pending after a stop. */
  settled(): Promise<void>;
  /** Starts nothing more. */
  stop(): void;
}

/**
 * Starts the units of all machines at once; each goes on as soon as the units that it requires are active and its
 * conditions hold. Nothing is delayed for show: the time it takes is the time that the conditions take.
 * Throws when requirements are unknown or circular.
 */
export function startMachines(kernel: Kernel, machines: readonly { name: string; units: readonly UnitSpec[] }[]): Startup {
  const signal = createChangeSignal(kernel.clock);
  const units = new Map<string, UnitControl[]>();
  const starts: Promise<boolean>[] = [];
  for (const machine of machines) {
    checkRequirements(machine.name, machine.units);
    const controls = machine.units.map((spec) => createUnit(kernel, machine.name, spec));
    units.set(machine.name, controls);
    const required = (id: string): Condition => ({ name: id, met: () => controls.find((unit) => unit.id === id)?.state() === 'active' });
    for (const [index, spec] of machine.units.entries()) {
      const unit = controls[index];
      if (unit && spec.absent === undefined) starts.push(run(unit, spec, required));
    }
  }

  /** Whether the unit became active; it does not when the start-up is stopped. */
  async function run(unit: UnitControl, spec: UnitSpec, required: (id: string) => Condition): Promise<boolean> {
    if (!(await hold(unit, (spec.requires ?? []).map(required)))) return false;
    unit.enter('activating', `Starting ${spec.name}.`);
    try {
      if (!(await hold(unit, spec.before ?? []))) return false;
      await spec.start?.();
      if (!(await hold(unit, spec.after ?? []))) return false;
      unit.enter('active', `Started ${spec.name}.`);
      return true;
    } catch (error) {
      unit.enter('failed', `${spec.name} could not be started: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    } finally {
      signal.changed();
    }
  }

  /** Waits until all conditions hold, one after the other; false when the start-up was stopped before. */
  async function hold(unit: UnitControl, conditions: readonly Condition[]): Promise<boolean> {
    for (const condition of conditions)
      while (!(await isMet(condition))) {
        if (signal.stopped()) return false;
        unit.wait(condition.name);
        await signal.next();
      }
    return !signal.stopped();
  }

  const settled = Promise.all(starts).then((active) => (active.every(Boolean) ? undefined : new Promise<void>(() => {})));
  // Who asks later hears of a failure then; until somebody asks it is not an unhandled one.
  settled.catch(() => {});
  return { units: (machine) => units.get(machine) ?? [], settled: () => settled, stop: () => signal.stop() };
}

async function isMet(condition: Condition): Promise<boolean> {
  try {
    return await condition.met();
  } catch {
    return false;
  }
}
