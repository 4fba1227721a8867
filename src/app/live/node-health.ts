import { queryOptions } from '@tanstack/react-query';
import { healthUnitsSchema, type HealthUnit } from '../../api/dcos/health.ts';
import { ApiError, request } from '../util/http.ts';

const INTERVAL_MS = 5_000;

/** The components of a node by the address that 3dt knows it by; null where 3dt knows no such node, or there is no 3dt. */
export const nodeUnitsQuery = (ip: string) =>
  queryOptions({
    queryKey: ['health', 'node', ip, 'units'],
    queryFn: async ({ signal }): Promise<HealthUnit[] | null> => {
      try {
        return (await request(`/system/health/v1/nodes/${encodeURIComponent(ip)}/units`, { schema: healthUnitsSchema, signal })).units;
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
    refetchInterval: INTERVAL_MS,
  });
