import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ApiError, request } from '../util/http.ts';
import { appApi, MARATHON_API, marathonKeys, putApp, refreshApp } from './marathon-queries.ts';
import { appSummarySchema, type AppSummary } from './marathon-wire.ts';

/** What the pages can do with Marathon. Each ends with what it changed being read again, so its effect shows without events too. */

/** Creates an app from a document as the form or the JSON editor made it. The new app shows at once. */
export async function createApp(client: QueryClient, document: unknown): Promise<AppSummary> {
  const app = await request(`${MARATHON_API}/apps`, { method: 'POST', body: document, schema: appSummarySchema });
  putApp(client, app.id, app);
  void client.invalidateQueries({ queryKey: marathonKeys.deployments });
  return app;
}

export type AppAction =
  | { kind: 'scale'; id: string; instances: number; force: boolean }
  | { kind: 'restart'; id: string; force: boolean }
  | { kind: 'destroy'; id: string };

export const appActionMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: send,
    onSuccess: (_, { id }) => {
      void refreshApp(client, id);
      void client.invalidateQueries({ queryKey: marathonKeys.deployments });
    },
  });

async function send(action: AppAction): Promise<void> {
  const path = appApi(action.id);
  if (action.kind === 'scale') await request(`${path}?force=${action.force}`, { method: 'PUT', body: { instances: action.instances } });
  else if (action.kind === 'restart') await request(`${path}/restart?force=${action.force}`, { method: 'POST' });
  // Marathon deletes an app whatever deployment is running.
  else await request(path, { method: 'DELETE' });
}

export interface Kill {
  appId: string;
  taskIds: readonly string[];
  /** Do not start others in their place. */
  scale: boolean;
  force: boolean;
}

export const killMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ taskIds, scale, force }: Kill) =>
      request(`${MARATHON_API}/tasks/delete?scale=${scale}&force=${force}`, { method: 'POST', body: { ids: taskIds } }),
    onSuccess: (_, { appId }) => void refreshApp(client, appId),
  });

export const rollbackMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (deploymentId: string) => request(`${MARATHON_API}/deployments/${encodeURIComponent(deploymentId)}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: marathonKeys.deployments }),
  });

const lockedSchema = z.object({ deployments: z.array(z.object({ id: z.string() })) });

/** Whether Marathon refused because a running deployment has locked the app; `force` would stop that deployment. */
export function isLocked(error: unknown): boolean {
  return error instanceof ApiError && error.status === 409 && lockedSchema.safeParse(error.body).success;
}
