import { queryOptions } from '@tanstack/react-query';
import type { RoleJson } from '../../api/mesos/state.ts';
import { request } from '../util/http.ts';
import { operatorCall } from './mesos-operator.ts';
import { type Quantities, quantitiesOf } from './mesos-quantities.ts';

/** Parts of a quota that are set; what is absent is not limited, or guaranteed nothing. */
export type QuotaAmounts = Partial<Quantities>;

export interface Role {
  name: string;
  weight: number;
  frameworks: string[];
  allocated: Quantities;
  offered: Quantities;
  reserved: Quantities;
  consumed: Quantities;
  guarantee: QuotaAmounts;
  limit: QuotaAmounts;
}

export const rolesQuery = queryOptions({
  queryKey: ['mesos', 'roles'],
  queryFn: async ({ signal }) => (await request<{ roles: RoleJson[] }>('/mesos/master/roles', { signal })).roles.map(roleOf),
  refetchInterval: 4_000,
});

/** Masters of before 1.9 tell neither quota nor reservations here. */
export function roleOf(role: Partial<RoleJson>): Role {
  return {
    name: role.name ?? '',
    weight: role.weight ?? 1,
    frameworks: role.frameworks ?? [],
    allocated: quantitiesOf(role.allocated ?? role.resources),
    offered: quantitiesOf(role.offered),
    reserved: quantitiesOf(role.reserved),
    consumed: quantitiesOf(role.quota?.consumed),
    guarantee: role.quota?.guarantee ?? {},
    limit: role.quota?.limit ?? {},
  };
}

/** Sets guarantees and limits; an empty pair takes the quota away. Needs Mesos 1.9. `force`: also more than the cluster has, or less than the role uses. */
export async function updateQuota(role: string, guarantees: QuotaAmounts, limits: QuotaAmounts, force: boolean): Promise<void> {
  const scalars = (amounts: QuotaAmounts) => Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, { value }]));
  await operatorCall({
    type: 'UPDATE_QUOTA',
    update_quota: { force, quota_configs: [{ role, guarantees: scalars(guarantees), limits: scalars(limits) }] },
  });
}

/** How much more often than a role of weight 1 it gets its turn. */
export async function updateWeight(role: string, weight: number): Promise<void> {
  await operatorCall({ type: 'UPDATE_WEIGHTS', update_weights: { weight_infos: [{ role, weight }] } });
}
