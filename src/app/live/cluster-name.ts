import { queryOptions } from '@tanstack/react-query';
import { request } from '../util/http.ts';

/** What the master was told to call its cluster (`--cluster`); null for one without a name. */
export const clusterNameQuery = queryOptions({
  queryKey: ['mesos', 'name'],
  queryFn: async ({ signal }) => (await request<{ flags?: { cluster?: string } }>('/mesos/flags', { signal })).flags?.cluster ?? null,
  staleTime: Infinity,
});
