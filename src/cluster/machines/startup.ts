import type { Kernel } from '../kernel/kernel.ts';
import { createChangeSignal } from './change-signal.ts';
import { checkRequirements } from './rules.ts';
import { createUnit, type Condition, type Unit, type UnitSpec } from './unit.ts';
import { createUnitChanges, type UnitChanges } from './unit-changes.ts';
import { createUnitStarter, type StartedUnit } from './unit-start.ts';

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
  /** Starts a machine's units. Resolves when all are active (save those that were stopped by themselves), to false when the machine was halted before; rejects when one failed. */
  start(machine: string): Promise<boolean>;
  /** Stops a machine's units, the last one first. Rejects when one could not be stopped; the others are. */
  halt(machine: string): Promise<void>;
  /** What can be done to one unit of a machine that is up. */
  unit(machine: string, id: string): UnitChanges | undefined;
  remove(machine: string): void;
  /** Starts nothing more; what waits stays pending. */
  stop(): void;
}

/** A machine from one start to the next. */
interface Run {
  readonly parts: readonly Part[];
  halted: boolean;
}

interface Part extends StartedUnit {
  readonly changes: UnitChanges;
}

/**
 * Starts the units of a machine all at once; each goes on as soon as the units that it requires are active and its
 * conditions hold. Nothing is delayed for show: the time it takes is the time that the conditions take.
 */
export function createStartup(kernel: Kernel): Startup {
  const signal = createChangeSignal(kernel.clock);
  const runs = new Map<string, Run>();

  const starter = createUnitStarter(signal);
  const begin = (run: Run, part: Part, first: readonly Condition[] = []): Promise<void> =>
    starter.begin(part, first, {
      isActive: (id) => run.parts.find(({ unit }) => unit.id === id)?.unit.state() === 'active',
      over: () => run.halted,
    });

  function partOf(machine: string, spec: UnitSpec): Part {
    const unit = createUnit(kernel, machine, spec);
    const part: Part = {
      unit,
      spec,
      changes: createUnitChanges(kernel.clock, {
        unit,
        spec,
        begin(first) {
          const run = runs.get(machine);
          if (run && !run.halted) void begin(run, part, first);
        },
        giveUp: () => starter.giveUp(part),
        changed: () => signal.changed(),
      }),
    };
    return part;
  }

  return {
    add({ name, units }) {
      checkRequirements(name, units);
      runs.set(name, { parts: units.map((spec) => partOf(name, spec)), halted: true });
    },
    units: (machine) => runs.get(machine)?.parts.map(({ unit }) => unit) ?? [],
    async start(machine) {
      const before = runs.get(machine);
      if (!before) throw new Error(`There is no machine ${machine} to start.`);
      const run: Run = { parts: before.parts, halted: false };
      runs.set(machine, run);
      await Promise.all(run.parts.flatMap((part) => (part.spec.absent === undefined ? [begin(run, part)] : [])));
      if (run.halted) return false;
      return signal.stopped() ? new Promise<boolean>(() => {}) : true;
    },
    async halt(machine) {
      const run = runs.get(machine);
      if (!run || run.halted) return;
      run.halted = true;
      await Promise.all(run.parts.map((part) => starter.giveUp(part)));
      await stopUnits(run);
      signal.changed();
    },
    unit(machine, id) {
      const run = runs.get(machine);
      const part = run?.parts.find(({ unit }) => unit.id === id);
      return !run || run.halted || part?.spec.absent !== undefined ? undefined : part?.changes;
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
      await (spec.halt ?? spec.stop)?.();
      unit.enter('inactive', `Stopped ${spec.name}.`);
    } catch (error) {
      const fault = `${spec.name} could not be stopped: ${reasonOf(error)}`;
      unit.enter('failed', fault);
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new Error(faults.join(' '));
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
