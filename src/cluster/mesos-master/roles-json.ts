import { roleOfClaim } from '../../api/mesos/claims.ts';
import { amountsJson } from '../../api/mesos/legacy-json.ts';
import { reservedPool } from '../../api/mesos/quantities.ts';
import type { RoleJson } from '../../api/mesos/state.ts';
import type { MasterState } from './state.ts';

/** `/roles`: `*`, and every role that has a weight, a quota, a framework or a reservation. */
export function rolesJson(state: MasterState): { roles: RoleJson[] } {
  const agents = [...state.agents.values()];
  const frameworks = [...state.frameworks.values()];
  const names = new Set([
    '*',
    ...state.weights.keys(),
    ...state.quotas.keys(),
    ...frameworks.flatMap((framework) => framework.info.roles),
    ...agents.flatMap((agent) => Object.keys(agent.total).map(roleOfClaim)),
  ]);
  const roles = [...names].sort().map((name): RoleJson => {
    const reserved = name === '*' ? [] : agents.map((agent) => reservedPool(agent.total, name));
    const offers = [...state.offers.values()].filter((offer) => offer.role === name);
    const members = frameworks.filter((framework) => framework.info.roles.includes(name));
    const tasks = members.flatMap((framework) => [...framework.tasks.values()]).filter((task) => task.role === name && !task.released);
    const { guarantees = {}, limits = {} } = state.quotas.get(name) ?? {};
    const allocated = amountsJson(tasks.map((task) => task.pool));
    return {
      name,
      weight: state.weights.get(name) ?? 1,
      quota: {
        role: name,
        guarantee: { ...guarantees },
        limit: { ...limits },
        // A role consumes what is reserved for it, and what it uses beyond that.
        consumed: amountsJson([...reserved, ...tasks.map((task) => reservedPool(task.pool, '*'))]),
      },
      resources: allocated,
      allocated,
      offered: amountsJson(offers.map((offer) => offer.pool)),
      reserved: amountsJson(reserved),
      frameworks: members.map((framework) => framework.id),
    };
  });
  return { roles };
}
