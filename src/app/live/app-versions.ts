import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from '../util/http.ts';
import { appDocumentQuery } from './app-definition.ts';
import { appApi, marathonKeys } from './marathon-queries.ts';

const versionsSchema = z.object({ versions: z.array(z.string()) });

/** The versions of an app that Marathon keeps (ISO 8601), newest first. `current`: read anew when the app has changed. */
export const appVersionsQuery = (id: string, current: string) =>
  queryOptions({
    queryKey: [...marathonKeys.app(id), 'versions', current],
    queryFn: async ({ signal }) => {
      const { versions } = await request(`${appApi(id)}/versions`, { schema: versionsSchema, signal });
      return versions.sort().reverse();
    },
    staleTime: Infinity,
  });

const KEPT_MS = 10 * 60_000;

/** One version as Marathon prints it. A version never changes, so it is read once. */
export const appVersionQuery = (id: string, version: string) => queryOptions({ ...appDocumentQuery(id, version), gcTime: KEPT_MS });
