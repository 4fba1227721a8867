import { queryOptions } from '@tanstack/react-query';
import { uiConfigSchema } from '../../api/dcos/cluster-metadata.ts';
import { request } from '../util/http.ts';

/** What the server says of itself to the dashboard. */
export const uiConfigQuery = queryOptions({
  queryKey: ['ui-config'],
  queryFn: async ({ signal }) => {
    const { uiConfiguration } = await request('/dcos-metadata/ui-config.json', { schema: uiConfigSchema, signal });
    return { readOnly: uiConfiguration.readOnly ?? false };
  },
  // It may have been started anew, and otherwise.
  staleTime: 60_000,
});
