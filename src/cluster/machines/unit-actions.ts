import type { UnitAction } from '../../api/machines/cluster.ts';
import { Refusal } from '../rest/refusal.ts';
import type { Member } from './members.ts';
import type { Startup } from './startup.ts';
import type { Unit } from './unit.ts';

/** Where a unit is looked for: `member` is undefined when there is no machine of that name. */
interface Place {
  name: string;
  member: Member | undefined;
  startup: Pick<Startup, 'unit' | 'units'>;
}

/** Starts, stops, crashes or restarts a unit, and resolves to it. Throws Refusal. */
export async function actOnUnit({ name, member, startup }: Place, unitId: string, action: UnitAction): Promise<Unit> {
  const unit = findUnit(member && startup.units(name), { machine: name, unit: unitId });
  const changes = startup.unit(name, unit.id);
  const refusal = unitRefusalOf(action, unit, { machine: name, isUp: member?.phase === 'up' });
  if (refusal !== undefined || !changes) throw new Refusal(409, refusal ?? `${name} is not up: bring it up first.`);
  if (action === 'crash') await changes.crash();
  if (action === 'stop' || action === 'restart') await changes.stop();
  if (action === 'start' || action === 'restart') await changes.start();
  return unit;
}

/** A unit by its id, with or without `.service`; `units` is undefined when there is no such machine. Throws Refusal. */
export function findUnit(units: readonly Unit[] | undefined, named: { machine: string; unit: string }): Unit {
  if (!units) throw new Refusal(404, `There is no machine ${named.machine}.`);
  const found = units.find(({ id }) => id === named.unit || id === `${named.unit}.service`);
  if (found) return found;
  const known = units.map(({ id }) => id.replace(/\.service$/, ''));
  throw new Refusal(404, `There is no unit ${named.unit} on ${named.machine}; there are ${known.join(', ')}.`);
}

/** Why something cannot be done to a unit; undefined when it can. */
export function unitRefusalOf(
  action: UnitAction,
  unit: Pick<Unit, 'name' | 'absent' | 'lasting' | 'state'>,
  { machine, isUp }: { machine: string; isUp: boolean },
): string | undefined {
  if (!isUp) return `${machine} is not up: bring it up first.`;
  if (unit.absent !== undefined) return unit.absent;
  if (action === 'start') return undefined;
  if (unit.lasting !== undefined) return unit.lasting;
  if (action === 'crash' && unit.state() !== 'active') return `${unit.name} on ${machine} does not run: only what runs can crash.`;
  return undefined;
}
