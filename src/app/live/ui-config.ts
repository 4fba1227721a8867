import { queryOptions } from '@tanstack/react-query';
import type { UiConfig } from '../../api/dcos/cluster-metadata.ts';
import { request } from '../util/http.ts';
import { clusterZone, setClusterZone } from '../util/locale.ts';

/** What the server says of itself to the dashboard. */
export const uiConfigQuery = queryOptions({
  queryKey: ['ui-config'],
  queryFn: async ({ signal }) => {
    // not checked by its schema: one setting is not worth what that adds to the first page
    const { uiConfiguration } = await request<Partial<UiConfig>>('/dcos-metadata/ui-config.json', { signal });
    setClusterZone(uiConfiguration?.timeZone);
    return { readOnly: uiConfiguration?.readOnly === true, user: uiConfiguration?.user, clusterZone: clusterZone() };
  },
  // It may have been started anew, and otherwise.
  staleTime: 60_000,
});
