import * as z from 'zod/mini';
import { appEventOf } from '../../live/app-events.ts';
import { changesOf } from '../../live/marathon-changes.ts';
import { paths } from '../../paths.ts';
import type { Tone } from '../../ui/tones.ts';
import type { FeedEvent, FeedKind } from './feed-event.ts';
import { taskKey, toneOfState } from './task-feed.ts';

const KINDS: Partial<Record<string, [kind: FeedKind, tone: Tone]>> = {
  deployment_info: ['deployment-started', 'info'],
  deployment_step_success: ['deployment-step', 'info'],
  deployment_success: ['deployment-succeeded', 'ok'],
  deployment_failed: ['deployment-failed', 'danger'],
  group_change_success: ['group-changed', 'idle'],
  failed_health_check_event: ['check-failed', 'warn'],
  unhealthy_task_kill_event: ['killed-unhealthy', 'danger'],
  api_post_event: ['changed', 'info'],
  app_terminated_event: ['removed', 'idle'],
};
/** They repeat what others tell, or are about the stream itself. */
const LEFT_OUT =
  /^(instance_|event_stream_|subscribe_event|unsubscribe_event|deployment_step_failure|add_health|remove_health|unknown_instance)/;

const idSchema = z.looseObject({ id: z.nullish(z.string()), groupId: z.nullish(z.string()) });

/** An event of Marathon's stream for the feed; undefined for what says nothing new to a reader. `now` stands in for a missing time. */
export function marathonFeedEvent(data: unknown, now: number): FeedEvent | undefined {
  const event = appEventOf(data, now);
  if (event === undefined || LEFT_OUT.test(event.type)) return undefined;
  const { id, groupId } = idSchema.safeParse(data).data ?? {};
  const apps = [...changesOf(data).apps];
  const app = apps.length === 1 ? apps[0] : undefined;
  const common = { at: event.at, source: 'marathon' as const, type: event.type, host: event.host, message: event.message };
  const { taskId, taskStatus } = event;
  if (event.type === 'status_update_event' && taskId !== undefined && taskStatus !== undefined) {
    const to = app === undefined ? undefined : paths.marathon.task(app, taskId);
    return {
      ...common,
      key: taskKey(taskId, taskStatus),
      kind: 'task',
      type: taskStatus,
      tone: toneOfState(taskStatus),
      subject: taskId,
      to,
    };
  }
  const [kind, tone] = kindOf(event.type, event.alive);
  const isDeployment = kind.startsWith('deployment');
  return {
    ...common,
    key: `marathon ${event.number}`,
    kind,
    tone,
    subject: apps.length > 0 ? apps.join(', ') : (groupId ?? id ?? ''),
    to: app !== undefined ? paths.marathon.app(app) : isDeployment ? paths.marathon.deployments() : undefined,
  };
}

function kindOf(type: string, alive: boolean | undefined): [FeedKind, Tone] {
  if (type === 'health_status_changed_event') return alive === true ? ['became-healthy', 'ok'] : ['became-unhealthy', 'danger'];
  return KINDS[type] ?? ['other', 'idle'];
}
