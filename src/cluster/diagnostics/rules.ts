import { HEALTH, type Health, type HealthNode, type HealthUnit, type NodeUnit } from '../../api/dcos/health.ts';
import type { Unit } from '../machines/unit.ts';
import type { DiagnosedNode } from './state.ts';

const OUTPUT_LINES = 50;

/**
 * Health of a unit as 3dt judges it: one that never became active is unhealthy while it is still being started. What this
 * version does not have is unknown rather than healthy, though a unit at rest would be healthy for the real one.
 */
export function unitHealth(unit: Unit): Health {
  if (unit.absent !== undefined) return HEALTH.unknown;
  return unit.state() === 'active' ? HEALTH.healthy : HEALTH.unhealthy;
}

/** Of the healths that something consists of, the one to show: unhealthy over warning over healthy; unknown only if nothing is known. */
export function worst(healths: readonly Health[]): Health {
  const known = healths.filter((health) => health !== HEALTH.unknown);
  if (known.includes(HEALTH.unhealthy)) return HEALTH.unhealthy;
  if (known.includes(HEALTH.warning)) return HEALTH.warning;
  return known.length > 0 ? HEALTH.healthy : HEALTH.unknown;
}

export const nodeHealth = (node: DiagnosedNode): HealthNode => ({
  host_ip: node.ip,
  health: worst(node.units.map(unitHealth)),
  role: node.role,
});

export function unitOf(unit: Unit): HealthUnit {
  return { id: unit.id, name: unit.name, health: unitHealth(unit), description: unit.description, ...causeOf(unit) };
}

/** Since when a unit has its health and why it is not well: what it waits for, or what it said last. */
export function causeOf(unit: Unit): Pick<HealthUnit, 'since' | 'reason'> {
  if (unit.absent !== undefined) return { reason: unit.absent };
  if (unitHealth(unit) === HEALTH.healthy) return { since: unit.since() };
  return { since: unit.since(), reason: waitingSentence(unit) ?? unit.log().at(-1)?.replace(LINE_TIME, '') ?? stateSentence(unit) };
}

function waitingSentence(unit: Unit): string | undefined {
  const waiting = unit.waitingFor();
  return waiting === undefined ? undefined : `Waiting for ${waiting}.`;
}

/** Of a unit that has said nothing since the cluster itself was started, as on a machine that was halted before. */
const stateSentence = (unit: Unit): string => `The unit is ${unit.state()}.`;

/** The time that a line of a unit's log begins with. */
const LINE_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z /;

/** With what its journal says, unless it is healthy. */
export function nodeUnit(unit: Unit): NodeUnit {
  return { ...unitOf(unit), output: outputOf(unit), help: helpOf(unit) };
}

export function outputOf(unit: Unit): string {
  if (unitHealth(unit) === HEALTH.healthy) return '';
  const lines = unit.log().slice(-OUTPUT_LINES);
  const now = unit.absent ?? waitingSentence(unit) ?? (lines.length === 0 ? stateSentence(unit) : []);
  return [...lines, now].flat().join('\n');
}

const helpOf = (unit: Unit): string => `npm run -s cli -- logs ${unit.id.replace(/\.service$/, '')}@<machine> prints what it said lately.`;

/** Every kind of unit once, with the worst health over the nodes that have it. */
export function clusterUnits(nodes: readonly DiagnosedNode[]): HealthUnit[] {
  const byId = Map.groupBy(
    nodes.flatMap((node) => node.units),
    (unit) => unit.id,
  );
  return [...byId.values()].flatMap(overNodes);
}

/** One unit over all nodes that have it: as ill as where it is worst, since that began; well since the last one is. */
function overNodes(units: readonly Unit[]): HealthUnit[] {
  const [first] = units;
  if (!first) return [];
  const health = worst(units.map(unitHealth));
  const alike = units.filter((unit) => unitHealth(unit) === health).toSorted((a, b) => a.since() - b.since());
  const cause = health === HEALTH.healthy ? alike.at(-1) : alike[0];
  return [{ ...unitOf(first), health, ...(cause && causeOf(cause)) }];
}
