import { addQuantities, noQuantities, subtractQuantities, type Quantities } from '../../api/mesos/quantities.ts';

/** What is offered or in use by role, and by framework within a role: the allocator's shares. */
export interface Allocations {
  add(role: string, frameworkId: string, amounts: Quantities): void;
  subtract(role: string, frameworkId: string, amounts: Quantities): void;
  ofRole(role: string): Quantities;
  ofFramework(role: string, frameworkId: string): Quantities;
}

export function createAllocations(): Allocations {
  // Ports do not count for shares, and the union of ports of different agents would mean nothing.
  const scalarsOnly = (amounts: Quantities): Quantities => ({ ...amounts, ports: [] });
  const byRole = new Map<string, Quantities>();
  const byFramework = new Map<string, Quantities>();
  const change = (map: Map<string, Quantities>, key: string, next: (before: Quantities) => Quantities): void => {
    map.set(key, next(map.get(key) ?? noQuantities()));
  };
  const both = (role: string, frameworkId: string, next: (before: Quantities) => Quantities): void => {
    change(byRole, role, next);
    change(byFramework, `${role} ${frameworkId}`, next);
  };
  return {
    add: (role, frameworkId, amounts) => both(role, frameworkId, (before) => addQuantities(before, scalarsOnly(amounts))),
    subtract: (role, frameworkId, amounts) => both(role, frameworkId, (before) => subtractQuantities(before, scalarsOnly(amounts))),
    ofRole: (role) => byRole.get(role) ?? noQuantities(),
    ofFramework: (role, frameworkId) => byFramework.get(`${role} ${frameworkId}`) ?? noQuantities(),
  };
}
