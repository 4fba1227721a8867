import type { Kernel } from '../kernel/kernel.ts';
import { createChangeSignal } from './change-signal.ts';
import { checkRequirements } from './rules.ts';
import { createUnit, type Condition, type Unit, type UnitControl, type UnitSpec } from './unit.ts';

export interface MachineUnits {
  name: string;
  units: readonly UnitSpec[];
}

/** The hand on the units of all machines. */
export interface Startup {
  /** A machine whose units are at rest. Throws when their requirements are unknown or circular. */
  add(machine: MachineUnits): void;
  /** Units of a machine in the order of their start. */
  units(machine: string): readonly Unit[];
  /** Starts a machine's units. Resolves when all are active, to false when the machine was halted before; rejects when one failed. */
  start(machine: string): Promise<boolean>;
  /** Stops a machine's units, the last one first. Rejects when one could not be stopped; the others are. */
  halt(machine: string): Promise<void>;
  remove(machine: string): void;
  /** Starts nothing more; what waits stays pending. */
  stop(): void;
}

/** A machine from one start to the next. */
interface Run {
  readonly parts: readonly { unit: UnitControl; spec: UnitSpec }[];
  readonly starts: Promise<boolean>[];
  halted: boolean;
}

/**
 * Starts the units of a machine all at once; each goes on as soon as the units that it requires are active and its
 * conditions hold. Nothing is delayed for show: the time it takes is the time that the conditions take.
 */
export function createStartup(kernel: Kernel): Startup {
  const signal = createChangeSignal(kernel.clock);
  const runs = new Map<string, Run>();

  /** Whether the unit became active; it does not when the start-up is stopped or the machine halted. */
  async function bring(run: Run, { unit, spec }: Run['parts'][number]): Promise<boolean> {
    const required = (id: string): Condition => ({
      name: id,
      met: () => run.parts.find((part) => part.unit.id === id)?.unit.state() === 'active',
    });
    if (!(await hold(run, unit, (spec.requires ?? []).map(required)))) return false;
    unit.enter('activating', `Starting ${spec.name}.`);
    try {
      if (!(await hold(run, unit, spec.before ?? []))) return false;
      await spec.start?.();
      if (!(await hold(run, unit, spec.after ?? []))) return false;
      unit.enter('active', `Started ${spec.name}.`);
      return true;
    } catch (error) {
      unit.enter('failed', `${spec.name} could not be started: ${reasonOf(error)}`);
      throw error;
    } finally {
      signal.changed();
    }
  }

  /** Waits until all conditions hold, one after the other; false when there is nothing to wait for any more. */
  async function hold(run: Run, unit: UnitControl, conditions: readonly Condition[]): Promise<boolean> {
    const over = (): boolean => signal.stopped() || run.halted;
    for (const condition of conditions)
      while (!(await isMet(condition))) {
        if (over()) return false;
        unit.wait(condition.name);
        await signal.next();
      }
    return !over();
  }

  return {
    add({ name, units }) {
      checkRequirements(name, units);
      runs.set(name, { parts: units.map((spec) => ({ spec, unit: createUnit(kernel, name, spec) })), starts: [], halted: true });
    },
    units: (machine) => runs.get(machine)?.parts.map(({ unit }) => unit) ?? [],
    async start(machine) {
      const before = runs.get(machine);
      if (!before) throw new Error(`There is no machine ${machine} to start.`);
      const run: Run = { parts: before.parts, starts: [], halted: false };
      runs.set(machine, run);
      run.starts.push(...run.parts.filter(({ spec }) => spec.absent === undefined).map((part) => bring(run, part)));
      const active = await Promise.all(run.starts);
      if (active.every(Boolean)) return true;
      return run.halted ? false : new Promise<boolean>(() => {});
    },
    async halt(machine) {
      const run = runs.get(machine);
      if (!run || run.halted) return;
      run.halted = true;
      signal.changed();
      await Promise.allSettled(run.starts);
      await stopUnits(run);
      signal.changed();
    },
    remove: (machine) => void runs.delete(machine),
    stop: () => signal.stop(),
  };
}

async function stopUnits(run: Run): Promise<void> {
  const faults: string[] = [];
  for (const { unit, spec } of run.parts.toReversed()) {
    if (spec.absent !== undefined) continue;
    if (unit.state() !== 'inactive') unit.enter('deactivating', `Stopping ${spec.name}.`);
    try {
      await spec.stop?.();
      unit.enter('inactive', `Stopped ${spec.name}.`);
    } catch (error) {
      const fault = `${spec.name} could not be stopped: ${reasonOf(error)}`;
      unit.enter('failed', fault);
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new Error(faults.join(' '));
}

async function isMet(condition: Condition): Promise<boolean> {
  try {
    return await condition.met();
  } catch {
    return false;
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
