import type { AppDetail, QueueEntry } from '../../../live/marathon-wire.ts';
import { healthOf } from './app-facts.ts';
import { type WaitingReason, waitingReasons } from './waiting-reasons.ts';

/** What keeps a deployment from going on, of one app. */
export type StuckReason =
  | { kind: 'delayed'; seconds: number }
  | { kind: 'no-offers' }
  | { kind: 'offers'; reason: WaitingReason }
  | { kind: 'staging'; count: number }
  | { kind: 'unhealthy'; count: number }
  | { kind: 'not-yet-healthy'; count: number }
  | { kind: 'not-ready'; name: string; count: number; status: number | undefined }
  | { kind: 'failed'; message: string };

/** `since`: when the deployment began (milliseconds since the epoch); failures of before have nothing to do with it. */
export function stuckReasons(app: AppDetail, queued: QueueEntry | undefined, since: number): StuckReason[] {
  return [...queueReasons(app, queued), ...taskReasons(app), ...readinessReasons(app), ...failureReason(app, since)];
}

function queueReasons(app: AppDetail, queued: QueueEntry | undefined): StuckReason[] {
  if (queued === undefined) return [];
  if (!queued.delay.overdue) return [{ kind: 'delayed', seconds: queued.delay.timeLeftSeconds }];
  const reasons = waitingReasons(app, queued);
  if (reasons.length === 0) return [{ kind: 'no-offers' }];
  return reasons.map((reason) => ({ kind: 'offers', reason }));
}

function taskReasons({ tasks, healthChecks }: AppDetail): StuckReason[] {
  const running = tasks.filter(({ state }) => state === 'TASK_RUNNING');
  const withHealth = (health: ReturnType<typeof healthOf>): number => running.filter((task) => healthOf(task) === health).length;
  const counted: StuckReason[] = [
    { kind: 'staging', count: tasks.filter(({ state }) => state === 'TASK_STAGING' || state === 'TASK_STARTING').length },
    { kind: 'unhealthy', count: withHealth('unhealthy') },
    { kind: 'not-yet-healthy', count: healthChecks.length > 0 ? withHealth('unknown') : 0 },
  ];
  return counted.filter((reason) => 'count' in reason && reason.count > 0);
}

function readinessReasons({ readinessCheckResults }: AppDetail): StuckReason[] {
  const failing = readinessCheckResults.filter(({ ready }) => !ready);
  return [...new Set(failing.map(({ name }) => name))].map((name) => {
    const ofName = failing.filter((result) => result.name === name);
    return { kind: 'not-ready', name, count: ofName.length, status: ofName[0]?.lastResponse?.status ?? undefined };
  });
}

function failureReason({ lastTaskFailure }: AppDetail, since: number): StuckReason[] {
  if (!lastTaskFailure || Date.parse(lastTaskFailure.timestamp) < since) return [];
  return [{ kind: 'failed', message: lastTaskFailure.message || lastTaskFailure.state }];
}
