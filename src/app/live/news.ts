import * as z from 'zod/mini';
import { finishedOf } from './finished-deployments.ts';

/** Something that happened to an app, and that this page did not do. */
export interface News {
  kind: 'created' | 'destroyed' | 'changed' | 'deployment-failed' | 'instance-failed';
  appId: string;
}

const failureSchema = z.looseObject({
  eventType: z.literal('status_update_event'),
  appId: z.string(),
  taskStatus: z.union([z.literal('TASK_FAILED'), z.literal('TASK_ERROR'), z.literal('TASK_LOST'), z.literal('TASK_GONE')]),
});

/** What an event tells that is worth a notice: deployments that ended, of others than oneself, and instances that failed. */
export function newsOf(event: unknown, isOwn: (deploymentId: string) => boolean): News[] {
  const failure = failureSchema.safeParse(event);
  if (failure.success) return [{ kind: 'instance-failed', appId: failure.data.appId }];
  const deployment = finishedOf(event);
  if (deployment === undefined || isOwn(deployment.id)) return [];
  const kinds = new Map<string, News['kind']>();
  for (const { action, app } of deployment.steps.flatMap(({ actions }) => actions)) {
    if (!app) continue;
    if (!deployment.succeeded) kinds.set(app, 'deployment-failed');
    else if (action === 'StartApplication') kinds.set(app, 'created');
    else if (action === 'StopApplication') kinds.set(app, 'destroyed');
    // A new app is scaled too; that it is new says more.
    else if (!kinds.has(app)) kinds.set(app, 'changed');
  }
  return [...kinds].map(([appId, kind]) => ({ kind, appId }));
}

/** An app that fails again and again is news once in so long. */
const FAILURE_AGAIN_MS = 10 * 60_000;

/** Lets through what is new: of one app's failures only the first of a series. Times in milliseconds. */
export function createNewsFilter(): (news: News, now: number) => boolean {
  const failedAt = new Map<string, number>();
  return ({ kind, appId }, now) => {
    if (kind !== 'instance-failed') return true;
    const before = failedAt.get(appId);
    failedAt.set(appId, now);
    return before === undefined || now - before > FAILURE_AGAIN_MS;
  };
}
