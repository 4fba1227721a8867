import { queryOptions } from '@tanstack/react-query';
import { type StatisticsJson, type Usage, usageOf } from '../../api/mesos/executor-usage.ts';
import { request } from '../util/http.ts';

const INTERVAL_MS = 3_000;

/** Measured use of every executor on one agent. Agents that measure nothing answer with an empty list. */
export const usageQuery = (agentId: string) =>
  queryOptions({
    queryKey: ['mesos', 'agent', agentId, 'usage'],
    queryFn: async ({ signal, client, queryKey }) => {
      const lines = await request<StatisticsJson[]>(`/agent/${encodeURIComponent(agentId)}/monitor/statistics`, { signal });
      return usageOf(lines, client.getQueryData<Usage[]>(queryKey));
    },
    refetchInterval: INTERVAL_MS,
  });
