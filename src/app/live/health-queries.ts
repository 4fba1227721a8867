import { queryOptions } from '@tanstack/react-query';
import {
  type Health,
  HEALTH,
  type HealthUnit,
  healthNodesSchema,
  healthUnitSchema,
  healthUnitsSchema,
  unitNodesSchema,
  unitOnNodeSchema,
} from '../../api/dcos/health.ts';
import { request } from '../util/http.ts';
import { pacedMs } from '../util/refresh-pace.ts';

const API = '/system/health/v1';
const INTERVAL_MS = 5_000;

/** Everything that is known about the health of components, as a file. */
export const HEALTH_REPORT = `${API}/report/download`;

/** Units whose health 3dt gives, each the worst over its nodes. */
export const unitsQuery = queryOptions({
  queryKey: ['health', 'units'],
  queryFn: async ({ signal }) => (await request(`${API}/units`, { schema: healthUnitsSchema, signal })).units,
  refetchInterval: () => pacedMs(INTERVAL_MS),
});

export const unitQuery = (unit: string) =>
  queryOptions({
    queryKey: ['health', 'unit', unit],
    queryFn: ({ signal }) => request(`${API}/units/${encodeURIComponent(unit)}`, { schema: healthUnitSchema, signal }),
    refetchInterval: () => pacedMs(INTERVAL_MS),
  });

export const unitNodesQuery = (unit: string) =>
  queryOptions({
    queryKey: ['health', 'unit', unit, 'nodes'],
    queryFn: async ({ signal }) =>
      (await request(`${API}/units/${encodeURIComponent(unit)}/nodes`, { schema: unitNodesSchema, signal })).nodes,
    refetchInterval: () => pacedMs(INTERVAL_MS),
  });

export const unitOnNodeQuery = (unit: string, ip: string) =>
  queryOptions({
    queryKey: ['health', 'unit', unit, 'nodes', ip],
    queryFn: ({ signal }) =>
      request(`${API}/units/${encodeURIComponent(unit)}/nodes/${encodeURIComponent(ip)}`, { schema: unitOnNodeSchema, signal }),
    refetchInterval: () => pacedMs(INTERVAL_MS),
  });

export const nodesHealthQuery = queryOptions({
  queryKey: ['health', 'nodes'],
  queryFn: async ({ signal }) => (await request(`${API}/nodes`, { schema: healthNodesSchema, signal })).nodes,
  refetchInterval: () => pacedMs(INTERVAL_MS),
});

/** From worst to best, for lists that show what needs a look first. */
const SEVERITY: Record<Health, number> = { [HEALTH.unhealthy]: 0, [HEALTH.warning]: 1, [HEALTH.unknown]: 2, [HEALTH.healthy]: 3 };

export const severity = (health: Health): number => SEVERITY[health];

export function worstFirst(units: readonly HealthUnit[]): HealthUnit[] {
  return units.toSorted((a, b) => severity(a.health) - severity(b.health) || a.name.localeCompare(b.name, 'en'));
}
