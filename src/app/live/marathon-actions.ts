import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { KillMode } from '../paths.ts';
import { ApiError, request, type RequestOptions } from '../util/http.ts';
import { encodeId, MARATHON_API, marathonKeys, putApp, refreshApp } from './marathon-queries.ts';
import { appSummarySchema, type AppSummary } from './marathon-wire.ts';
import { rememberOwnDeployments } from './own-deployments.ts';

/** What the pages can do with Marathon. Each ends with what it changed being read again, so its effect shows without events too. */

/** Sends a change; the deployment that carries it out counts as this page's own. `path` is below the API, as `/apps/redis?force=true`. */
export async function changeMarathon<Answer>(path: string, options: RequestOptions<Answer>): Promise<Answer> {
  try {
    const answer = await request(`${MARATHON_API}${path}`, options);
    rememberOwnDeployments(answer);
    return answer;
  } catch (error) {
    // Who is told of a deployment in the way, and perhaps stops it, needs no notice of its end.
    for (const deploymentId of lockingDeployments(error)) rememberOwnDeployments({ deploymentId });
    throw error;
  }
}

/** Creates an app from a document as the form or the JSON editor made it. The new app shows at once. */
export async function createApp(client: QueryClient, document: unknown, force = false): Promise<AppSummary> {
  const app = await changeMarathon(`/apps?force=${force}`, { method: 'POST', body: document, schema: appSummarySchema });
  putApp(client, app.id, app);
  void client.invalidateQueries({ queryKey: marathonKeys.deployments });
  return app;
}

export interface AppUpdate {
  id: string;
  /** The keys to set; without `partial` the others are forgotten. */
  body: unknown;
  partial: boolean;
  /** Stops a deployment that has locked the app. */
  force: boolean;
}

/** Changes the definition of an app. Its deployment shows at once. */
export async function updateApp(client: QueryClient, { id, body, partial, force }: AppUpdate): Promise<void> {
  await changeMarathon(`/apps${encodeId(id)}?force=${force}&partialUpdate=${partial}`, { method: 'PUT', body });
  void refreshApp(client, id);
  void client.invalidateQueries({ queryKey: marathonKeys.deployments });
}

export type AppAction =
  | { kind: 'scale'; id: string; instances: number; force: boolean }
  | { kind: 'restart'; id: string; force: boolean }
  | { kind: 'destroy'; id: string };

export const appActionMutation = (client: QueryClient) =>
  mutationOptions({ mutationFn: (action: AppAction) => sendAppAction(client, action) });

/** Does one thing to one app. Throws ApiError; see isLocked for the refusal that `force` overcomes. */
export async function sendAppAction(client: QueryClient, action: AppAction): Promise<void> {
  const path = `/apps${encodeId(action.id)}`;
  if (action.kind === 'scale')
    await changeMarathon(`${path}?force=${action.force}`, { method: 'PUT', body: { instances: action.instances } });
  else if (action.kind === 'restart') await changeMarathon(`${path}/restart?force=${action.force}`, { method: 'POST' });
  // Marathon deletes an app whatever deployment is running.
  else await changeMarathon(path, { method: 'DELETE' });
  void refreshApp(client, action.id);
  void client.invalidateQueries({ queryKey: marathonKeys.deployments });
}

export interface Kill {
  appId: string;
  taskIds: readonly string[];
  mode: KillMode;
  force: boolean;
}

/** Marathon wipes only what it does not scale down. */
const KILL_FLAGS: Record<KillMode, string> = { kill: 'scale=false', 'kill-and-scale': 'scale=true', 'kill-and-wipe': 'wipe=true' };

export const killMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ taskIds, mode, force }: Kill) =>
      changeMarathon(`/tasks/delete?${KILL_FLAGS[mode]}&force=${force}`, { method: 'POST', body: { ids: taskIds } }),
    onSuccess: (_, { appId }) => void refreshApp(client, appId),
  });

export interface CancelDeployment {
  id: string;
  /** Just stop where it is, in place of a new deployment that changes everything back. */
  force: boolean;
}

export const cancelDeploymentMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, force }: CancelDeployment) => {
      rememberOwnDeployments({ deploymentId: id });
      return changeMarathon(`/deployments/${encodeURIComponent(id)}?force=${force}`, { method: 'DELETE' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: marathonKeys.deployments }),
  });

const lockedSchema = z.object({ deployments: z.array(z.object({ id: z.string() })) });

/** Whether Marathon refused because a running deployment has locked the app; `force` would stop that deployment. */
export const isLocked = (error: unknown): boolean => lockingDeployments(error).length > 0;

/** The ids of the deployments that stand in the way; none for any other error. */
export function lockingDeployments(error: unknown): string[] {
  if (!(error instanceof ApiError) || error.status !== 409) return [];
  return lockedSchema.safeParse(error.body).data?.deployments.map(({ id }) => id) ?? [];
}
