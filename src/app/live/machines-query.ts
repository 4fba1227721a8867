import { queryOptions } from '@tanstack/react-query';
import { type ClusterDescription, clusterSchema } from '../../api/machines/cluster.ts';
import { ApiError, request } from '../util/http.ts';

const INTERVAL_MS = 10_000;
/** A thousand machines are read once a minute. */
const MS_PER_MACHINE = 60;
const SLOWEST_MS = 60_000;
/** While a machine comes or goes. */
const CHANGING_MS = 500;
const CHANGING_MS_PER_MACHINE = 5;
/** Answers of a cluster that has no such API: a real one. */
const ABSENT: ReadonlySet<number> = new Set([404, 405, 501, 503]);
/** A cluster without it may still be starting. */
const ABSENT_INTERVAL_MS = 60_000;

export type MachineDescription = ClusterDescription['machines'][number];

/** The machines of the local cluster; null in front of a real one, which has no such API. */
export const machinesQuery = queryOptions({
  queryKey: ['machines'],
  queryFn: async ({ signal }): Promise<ClusterDescription | null> => {
    try {
      return await request('/machines/v1/cluster', { schema: clusterSchema, signal });
    } catch (error) {
      if (error instanceof ApiError && ABSENT.has(error.status)) return null;
      throw error;
    }
  },
  refetchInterval: ({ state: { data } }) => {
    if (data === null) return ABSENT_INTERVAL_MS;
    const changes = data?.machines.some(({ state }) => state === 'starting' || state === 'stopping') ?? false;
    const machines = data?.machines.length ?? 0;
    return changes
      ? CHANGING_MS + CHANGING_MS_PER_MACHINE * machines
      : Math.min(SLOWEST_MS, Math.max(INTERVAL_MS, MS_PER_MACHINE * machines));
  },
});
