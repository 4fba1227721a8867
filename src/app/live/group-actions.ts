import { queryOptions, type QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from '../util/http.ts';
import { changeMarathon } from './marathon-actions.ts';
import { encodeId, MARATHON_API, marathonKeys } from './marathon-queries.ts';
import { deploymentSchema, listOf } from './marathon-wire.ts';

const groupApi = (id: string): string => (id === '/' ? '/groups' : `/groups${encodeId(id)}`);

/** A group as Marathon prints it: what it consists of, with every key of its apps. */
export interface GroupDocument {
  id: string;
  dependencies: string[];
  apps: Record<string, unknown>[];
  groups: GroupDocument[];
  [key: string]: unknown;
}

const groupDocumentSchema: z.ZodMiniType<GroupDocument> = z.looseObject({
  id: z.string(),
  dependencies: listOf(z.string()),
  apps: listOf(z.record(z.string(), z.unknown())),
  get groups() {
    return listOf(groupDocumentSchema);
  },
});

export const groupDocumentQuery = (id: string) =>
  queryOptions({
    queryKey: [...marathonKeys.all, 'group', id],
    queryFn: ({ signal }): Promise<GroupDocument> => fetchGroup(id, signal),
  });

export const fetchGroup = (id: string, signal?: AbortSignal): Promise<GroupDocument> =>
  request(`${MARATHON_API}${groupApi(id)}`, { schema: groupDocumentSchema, signal });

/** Makes a group with what the document holds; `{ id }` alone makes an empty one. */
export async function createGroup(client: QueryClient, document: { id: string }): Promise<void> {
  await changeMarathon('/groups', { method: 'POST', body: document });
  readAgain(client);
}

/** `{ scaleBy }` scales every app below the group by a factor; any other keys replace those of the group. */
export async function changeGroup(client: QueryClient, id: string, body: object, force: boolean): Promise<void> {
  await changeMarathon(`${groupApi(id)}?force=${force}`, { method: 'PUT', body });
  readAgain(client);
}

export async function destroyGroup(client: QueryClient, id: string, force: boolean): Promise<void> {
  await changeMarathon(`${groupApi(id)}?force=${force}`, { method: 'DELETE' });
  readAgain(client);
}

const planSchema = z.looseObject({ steps: deploymentSchema.shape.steps });
export type PlanSteps = z.infer<typeof planSchema>['steps'];

/** The steps of the deployment that a change of a group would lead to. Nothing is changed. */
export async function planOfChange(id: string, body: object): Promise<PlanSteps> {
  const { steps } = await request(`${MARATHON_API}${groupApi(id)}?dryRun=true`, { method: 'PUT', body, schema: planSchema });
  return steps;
}

function readAgain(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: marathonKeys.all });
}
