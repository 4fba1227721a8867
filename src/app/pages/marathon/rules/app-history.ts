import type { AppEvent } from '../../../live/app-events.ts';
import type { AppDetail, Deployment } from '../../../live/marathon-wire.ts';
import type { TaskEnding } from './task-endings.ts';

export type HistoryKind =
  | 'config-change'
  | 'scaling'
  | 'deployment-started'
  | 'deployment-step'
  | 'deployment-succeeded'
  | 'deployment-failed'
  | 'task-state'
  | 'task-ended'
  | 'became-healthy'
  | 'became-unhealthy'
  | 'check-failed'
  | 'killed-unhealthy'
  | 'changed'
  | 'removed';

/** Something that happened to an app. `at`: milliseconds since the epoch. */
export interface HistoryItem {
  key: string;
  at: number;
  kind: HistoryKind;
  taskId?: string | undefined;
  /** Mesos' name of the state that the instance is in now. */
  state?: string | undefined;
  host?: string | undefined;
  message?: string | undefined;
  client?: string | undefined;
}

const KINDS: Partial<Record<string, HistoryKind>> = {
  status_update_event: 'task-state',
  deployment_info: 'deployment-started',
  deployment_step_success: 'deployment-step',
  deployment_step_failure: 'deployment-failed',
  deployment_success: 'deployment-succeeded',
  deployment_failed: 'deployment-failed',
  failed_health_check_event: 'check-failed',
  unhealthy_task_kill_event: 'killed-unhealthy',
  unhealthy_instance_kill_event: 'killed-unhealthy',
  api_post_event: 'changed',
  app_terminated_event: 'removed',
};

/**
 * All that is known to have happened to an app, newest first: what the live stream has told since the page was opened, and
 * from before that what Marathon and Mesos still remember.
 */
export function appHistory(
  app: AppDetail,
  deployments: readonly Deployment[],
  endings: readonly TaskEnding[],
  events: readonly AppEvent[],
): HistoryItem[] {
  const live = events.flatMap(itemOfEvent);
  const isTold = new Set(live.filter(({ kind }) => kind === 'task-state').map(({ taskId, state }) => `${taskId} ${state}`));
  const remembered = [
    ...changesOf(app),
    ...deployments.filter(({ affectedApps }) => affectedApps.includes(app.id)).map(startOf),
    ...endings.filter(({ taskId, state }) => !isTold.has(`${taskId} ${state}`)).map(itemOfEnding),
  ];
  return [...live, ...remembered].sort((a, b) => b.at - a.at);
}

/** Events that only say again what another one of the same moment says (`instance_changed_event`) are left out. */
function itemOfEvent(event: AppEvent): HistoryItem[] {
  const kind = event.type === 'health_status_changed_event' ? (event.alive ? 'became-healthy' : 'became-unhealthy') : KINDS[event.type];
  if (kind === undefined) return [];
  const { at, taskId, taskStatus, host, message, client } = event;
  return [{ key: `event ${event.number}`, at, kind, taskId, state: taskStatus, host, message, client }];
}

function changesOf({ versionInfo }: AppDetail): HistoryItem[] {
  const { lastScalingAt, lastConfigChangeAt } = versionInfo ?? {};
  const scaled = lastScalingAt && lastScalingAt !== lastConfigChangeAt;
  return [
    ...(lastConfigChangeAt ? [{ key: 'config-change', at: Date.parse(lastConfigChangeAt), kind: 'config-change' as const }] : []),
    ...(scaled ? [{ key: 'scaling', at: Date.parse(lastScalingAt), kind: 'scaling' as const }] : []),
  ];
}

const startOf = ({ id, version }: Deployment): HistoryItem => ({
  key: `deployment ${id}`,
  at: Date.parse(version),
  kind: 'deployment-started',
});

const itemOfEnding = ({ taskId, state, at, host, message }: TaskEnding): HistoryItem => ({
  key: `ending ${taskId}`,
  at,
  kind: 'task-ended',
  taskId,
  state,
  host,
  message,
});
