import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from '../util/http.ts';
import { MARATHON_API, marathonKeys } from './marathon-queries.ts';

const infoSchema = z.looseObject({
  version: z.string(),
  leader: z.nullish(z.string()),
  frameworkId: z.nullish(z.string()),
  marathon_config: z.unknown(),
  zookeeper_config: z.unknown(),
  http_config: z.unknown(),
});

/** What Marathon says of itself. */
export const marathonInfoQuery = queryOptions({
  queryKey: [...marathonKeys.all, 'info'],
  queryFn: ({ signal }) => request(`${MARATHON_API}/info`, { schema: infoSchema, signal }),
});
