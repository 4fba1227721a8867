import type { MachineState } from '../../api/machines/cluster.ts';
import type { Unit, UnitSpec } from './unit.ts';

/** Throws when a unit requires one that the machine does not have, that is absent, or that (through others) requires the unit itself. */
export function checkRequirements(machine: string, units: readonly UnitSpec[]): void {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const done = new Set<string>();
  const visit = (unit: UnitSpec, path: readonly string[]): void => {
    if (path.includes(unit.id)) throw new Error(`Units of ${machine} require each other: ${[...path, unit.id].join(' → ')}.`);
    if (done.has(unit.id)) return;
    for (const id of unit.requires ?? []) {
      const required = byId.get(id);
      if (!required || required.absent !== undefined)
        throw new Error(`${unit.id} on ${machine} requires ${id}, which is never started there.`);
      visit(required, [...path, unit.id]);
    }
    done.add(unit.id);
  };
  for (const unit of units) visit(unit, []);
}

/** What was last done to a machine; its units tell how far a machine that is up has come. */
export type MachinePhase = 'up' | Extract<MachineState, 'stopping' | 'halted' | 'not created'>;

/** A machine is as far as the slowest of the units that it is to have; those that somebody stopped are not. */
export function machineState(phase: MachinePhase, units: readonly Unit[]): MachineState {
  if (phase !== 'up') return phase;
  const states = units.filter((unit) => unit.absent === undefined && !unit.stopped()).map((unit) => unit.state());
  if (states.includes('failed')) return 'failed';
  return states.every((state) => state === 'active') ? 'running' : 'starting';
}
