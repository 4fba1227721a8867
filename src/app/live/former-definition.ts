import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ApiError, request } from '../util/http.ts';
import { definitionOfApp } from './app-definition.ts';
import { appApi, marathonKeys } from './marathon-queries.ts';

const versionsSchema = z.object({ versions: z.array(z.string()) });
const definitionSchema = z.record(z.string(), z.unknown());
const appSchema = z.object({ app: definitionSchema });

export interface Definitions {
  /** undefined: there was none. */
  before: Record<string, unknown> | undefined;
  /** undefined: it is being destroyed. */
  now: Record<string, unknown> | undefined;
}

/** The newest version of before a deployment began, whose version is its time; undefined when the app is as new as the deployment. */
export const versionBefore = (versions: readonly string[], deploymentVersion: string): string | undefined =>
  versions
    .filter((version) => version < deploymentVersion)
    .sort()
    .at(-1);

/** An app as it is wished for now, and as it was before the deployment of that version (ISO 8601) began. */
export const definitionsQuery = (id: string, deploymentVersion: string) =>
  queryOptions({
    queryKey: [...marathonKeys.app(id), 'definitions', deploymentVersion],
    queryFn: async ({ signal }): Promise<Definitions> => {
      const now = await unlessGone(request(appApi(id), { schema: appSchema, signal }));
      const listed = await unlessGone(request(`${appApi(id)}/versions`, { schema: versionsSchema, signal }));
      const version = versionBefore(listed?.versions ?? [], deploymentVersion);
      const former =
        version === undefined
          ? undefined
          : await request(`${appApi(id)}/versions/${encodeURIComponent(version)}`, { schema: definitionSchema, signal });
      return { before: former && definitionOfApp(former), now: now && definitionOfApp(now.app) };
    },
    gcTime: 0,
  });

async function unlessGone<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}
