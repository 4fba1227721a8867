import type { InstanceRecord } from '../state.ts';

/**
 * The order in which the waiting instances of a resident app are looked at for one offer: those that have a place there come
 * first, then those that have none yet. Last are those that can only be launched elsewhere, so that it is told why they wait.
 */
export function residentOrder(waiting: Iterable<InstanceRecord>, reservedHere: ReadonlySet<string>): InstanceRecord[] {
  const rank = ({ id, reservedAt }: InstanceRecord): number => (reservedHere.has(id) ? 0 : reservedAt === undefined ? 1 : 2);
  return [...waiting].sort((a, b) => rank(a) - rank(b));
}
