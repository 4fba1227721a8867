import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from '../util/http.ts';
import { appApi, marathonKeys } from './marathon-queries.ts';

const versionsSchema = z.object({ versions: z.array(z.string()) });
const versionSchema = z.looseObject({ instances: z.nullish(z.number()) });

/** So many versions of a suspended app are looked through: suspending again or editing meanwhile makes new ones without instances. */
const LOOKED_THROUGH = 10;

/**
 * How many instances a suspended app had before, by its newest version that had any: Marathon keeps a version for each scaling, so this
 * is known whoever suspended it and by whatever means. undefined when none of its last versions had any.
 */
export async function formerInstances(id: string, signal?: AbortSignal): Promise<number | undefined> {
  const { versions } = await request(`${appApi(id)}/versions`, { schema: versionsSchema, signal });
  // ISO times in UTC: their order as text is that of time
  for (const version of versions.toSorted().reverse().slice(0, LOOKED_THROUGH)) {
    const { instances } = await request(`${appApi(id)}/versions/${encodeURIComponent(version)}`, { schema: versionSchema, signal });
    if (instances !== undefined && instances !== null && instances > 0) return instances;
  }
  return undefined;
}

/** Read anew each time it is asked for; null when not known. */
export const formerInstancesQuery = (id: string) =>
  queryOptions({
    queryKey: [...marathonKeys.app(id), 'former-instances'],
    queryFn: async ({ signal }) => (await formerInstances(id, signal)) ?? null,
    gcTime: 0,
  });
