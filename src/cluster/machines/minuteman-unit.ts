import type { Minuteman } from '../minuteman/minuteman.ts';
import { UNITS } from './unit-catalogue.ts';
import type { UnitSpec } from './unit.ts';

/** The load balancer's part on a machine: it serves as long as one machine has it. */
export const minutemanUnit = (minuteman: Minuteman, machine: string): UnitSpec => ({
  ...UNITS.minuteman,
  start: () => minuteman.start(machine),
  stop: () => minuteman.stop(machine),
});
