import type { AppSummary, QueueEntry } from '../../../live/marathon-wire.ts';
import { waitsForUser } from './migration.ts';

/**
 * Marathon's status words in the order in which they are sorted and filtered; an old link's `filterStatus[]=n` is an
 * index into the first six. "staging" is ours: Marathon's own UI calls an app "Running" whose only task is still starting.
 */
export const APP_STATUSES = ['running', 'deploying', 'suspended', 'delayed', 'waiting', 'waiting-for-user', 'staging'] as const;
export type AppStatus = (typeof APP_STATUSES)[number];

/**
 * The one word for how an app is. A queue entry beats all the rest: it is the reason why less runs than was asked for.
 * undefined when nothing runs, nothing is staged and nothing is queued, which Marathon passes through for a moment only.
 */
export function appStatus(app: AppSummary, queued: QueueEntry | undefined): AppStatus | undefined {
  if (queued !== undefined) return queued.delay.overdue ? 'waiting' : 'delayed';
  if (app.deployments.length > 0) return waitsForUser(app) ? 'waiting-for-user' : 'deploying';
  if (app.instances === 0 && app.tasksRunning === 0) return 'suspended';
  if (app.tasksRunning > 0) return 'running';
  return app.tasksStaged > 0 ? 'staging' : undefined;
}

export const statusRank = (status: AppStatus | undefined): number =>
  status === undefined ? APP_STATUSES.length : APP_STATUSES.indexOf(status);
