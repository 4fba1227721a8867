import { UNRESERVED } from '../../api/mesos/claims.ts';
import { addQuantities, noQuantities, subtractQuantities, totalOf, type Pool, type Quantities } from '../../api/mesos/quantities.ts';
import { isWithin } from './quota-rules.ts';

/** What is offered or in use by role, and by framework within a role: the allocator's shares. */
export interface Allocations {
  add(role: string, frameworkId: string, pool: Pool): void;
  subtract(role: string, frameworkId: string, pool: Pool): void;
  ofRole(role: string): Quantities;
  ofFramework(role: string, frameworkId: string): Quantities;
  /** Of a role and all below it, what nobody has reserved: it counts for quota. */
  unreservedWithin(role: string): Quantities;
}

export function createAllocations(): Allocations {
  // Ports do not count for shares, and the union of ports of different agents would mean nothing.
  const scalarsOnly = (amounts: Quantities): Quantities => ({ ...amounts, ports: [] });
  const byRole = new Map<string, Quantities>();
  const byFramework = new Map<string, Quantities>();
  const unreserved = new Map<string, Quantities>();
  const change = (map: Map<string, Quantities>, key: string, next: (before: Quantities) => Quantities): void => {
    map.set(key, next(map.get(key) ?? noQuantities()));
  };
  const changeAll = (role: string, frameworkId: string, pool: Pool, operation: (a: Quantities, b: Quantities) => Quantities): void => {
    const amounts = scalarsOnly(totalOf(pool));
    change(byRole, role, (before) => operation(before, amounts));
    change(byFramework, `${role} ${frameworkId}`, (before) => operation(before, amounts));
    change(unreserved, role, (before) => operation(before, scalarsOnly(pool[UNRESERVED] ?? noQuantities())));
  };
  return {
    add: (role, frameworkId, pool) => changeAll(role, frameworkId, pool, addQuantities),
    subtract: (role, frameworkId, pool) => changeAll(role, frameworkId, pool, subtractQuantities),
    ofRole: (role) => byRole.get(role) ?? noQuantities(),
    ofFramework: (role, frameworkId) => byFramework.get(`${role} ${frameworkId}`) ?? noQuantities(),
    unreservedWithin: (top) =>
      [...unreserved].filter(([role]) => isWithin(role, top)).reduce((sum, [, amounts]) => addQuantities(sum, amounts), noQuantities()),
  };
}
