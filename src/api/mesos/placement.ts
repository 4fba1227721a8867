import { SCALARS, type Pool, type ScalarName } from './quantities.ts';

/** Where tasks would find room: an estimate by amounts and roles, as a framework that takes the first offer with enough would fare. */

/** What a task needs of an agent. mem and disk in MB. */
export interface Needs {
  amounts: Readonly<Record<ScalarName, number>>;
  /** How many ports of the host. */
  ports: number;
  /** Of whose resources it may be made: `*` for unreserved ones, and names of roles. */
  roles: readonly string[];
}

export interface Room {
  /** How the agent is called in the answer. */
  name: string;
  free: Pool;
}

interface Left {
  name: string;
  claims: { role: string; amounts: Record<ScalarName, number>; ports: number }[];
}

/** Finds a place for one task after the other, the largest first; what finds none is not in the answer. */
export function placeTasks(tasks: ReadonlyMap<string, Needs>, rooms: readonly Room[]): Map<string, string> {
  const left = rooms.map(leftOf);
  const places = new Map<string, string>();
  const largestFirst = [...tasks].sort(([, a], [, b]) => b.amounts.mem - a.amounts.mem || b.amounts.cpus - a.amounts.cpus);
  for (const [id, needs] of largestFirst) {
    const place = left.find((room) => take(room, needs));
    if (place) places.set(id, place.name);
  }
  return places;
}

/** Dynamic reservations and volumes (claims with more than a role) are for those who made them. */
function leftOf({ name, free }: Room): Left {
  const plain = Object.entries(free).filter(([claim]) => !claim.includes(' '));
  return {
    name,
    claims: plain.map(([role, { ports, cpus, mem, disk, gpus }]) => ({
      role,
      amounts: { cpus, mem, disk, gpus },
      ports: ports.reduce((sum, { begin, end }) => sum + end - begin + 1, 0),
    })),
  };
}

/** Takes the whole of one role's resources, when they suffice. */
function take({ claims }: Left, { amounts, ports, roles }: Needs): boolean {
  const from = claims.find(
    (claim) => roles.includes(claim.role) && claim.ports >= ports && SCALARS.every((name) => claim.amounts[name] + 1e-6 >= amounts[name]),
  );
  if (!from) return false;
  for (const name of SCALARS) from.amounts[name] -= amounts[name];
  from.ports -= ports;
  return true;
}
