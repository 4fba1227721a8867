import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { resolveId } from '../../api/marathon/app-id.ts';
import { ApiError, request } from '../util/http.ts';
import { type AppDocument, editableDocument } from './app-definition.ts';
import { encodeId, MARATHON_API, marathonKeys } from './marathon-queries.ts';

const planSchema = z.object({
  steps: z.array(z.object({ actions: z.array(z.object({ action: z.string(), app: z.nullish(z.string()) })) })),
});
const groupSchema = z.object({ apps: z.nullish(z.array(z.record(z.string(), z.unknown()))) });

/** What Marathon would do to an app, one action a step: `StartApplication`, `ScaleApplication`, `RestartApplication`. */
export type Plan = string[];

/** The plan for an app that is not sent yet. An app has no dry run of its own, so its group is asked, with the app in it. */
export const planQuery = (document: AppDocument) =>
  queryOptions({
    queryKey: [...marathonKeys.all, 'plan', document],
    queryFn: ({ signal }) => askPlan(document, signal),
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  });

async function askPlan(document: AppDocument, signal: AbortSignal): Promise<Plan> {
  const id = resolveId(typeof document['id'] === 'string' ? document['id'] : '');
  const parent = id.slice(0, id.lastIndexOf('/'));
  const path = `${MARATHON_API}/groups${encodeId(parent)}`;
  // The apps that a group is sent are all that it will have.
  const others = (await appsOf(path, signal)).filter((app) => app['id'] !== id).map(editableDocument);
  const body = { id: parent === '' ? '/' : parent, apps: [...others, { ...document, id }] };
  const { steps } = await request(`${path}?dryRun=true`, { method: 'PUT', body, schema: planSchema, signal, timeoutMs: 30_000 });
  return planOf(steps, id);
}

async function appsOf(path: string, signal: AbortSignal): Promise<AppDocument[]> {
  try {
    return (await request(`${path}?embed=group.apps`, { schema: groupSchema, signal, timeoutMs: 30_000 })).apps ?? [];
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

/** The actions on one app in their order. Others of its group are not touched, whatever a plan of the whole may list. */
export const planOf = (steps: readonly { actions: readonly { action: string; app?: string | null | undefined }[] }[], id: string): Plan =>
  steps.flatMap(({ actions }) => actions.filter(({ app }) => app === id).map(({ action }) => action));
