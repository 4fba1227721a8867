import type { MachineStatus } from '../machines/state.ts';
import { UNITS } from '../machines/unit-catalogue.ts';
import type { UnitSpec } from '../machines/unit.ts';
import type { BootFacts } from './install-manifest.ts';

/** The boot machine has nothing but its unit: while that is not active, its web server answers nobody. */
export const bootUnits: readonly UnitSpec[] = [{ ...UNITS.boot, stop: () => {} }];

/** What the boot machine tells; undefined while none serves. */
export function bootFacts(clusterName: string, statuses: readonly MachineStatus[]): BootFacts | undefined {
  const serves = statuses.some(({ machine, units }) => machine.type === 'boot' && units.some((unit) => unit.state() === 'active'));
  return serves ? { clusterName, machines: statuses.map(({ machine }) => machine) } : undefined;
}
