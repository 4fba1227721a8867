import { expect, it } from 'vitest';
import { appEventOf } from '../../../live/app-events.ts';
import { appDetailSchema, deploymentsSchema } from '../../../live/marathon-wire.ts';
import { appHistory } from './app-history.ts';
import { taskEndings } from './task-endings.ts';

const at = (minute: number): string => new Date(Date.UTC(2016, 3, 26, 9, minute)).toISOString();
const app = appDetailSchema.parse({ id: '/web', versionInfo: { lastScalingAt: at(2), lastConfigChangeAt: at(1) } });
const events = (...given: object[]) => given.flatMap((event) => appEventOf(event, 0) ?? []).reverse();

it('puts what is remembered and what was seen in one order, and says nothing twice', () => {
  const endings = taskEndings(
    [
      {
        id: 'seen',
        frameworkId: 'F',
        agentId: 'S0',
        state: 'TASK_FAILED',
        statuses: [{ state: 'TASK_FAILED', at: Date.parse(at(4)), message: 'x', reason: undefined }],
      },
      {
        id: 'old',
        frameworkId: 'F',
        agentId: 'S0',
        state: 'TASK_FAILED',
        statuses: [{ state: 'TASK_FAILED', at: Date.parse(at(0)), message: 'x', reason: undefined }],
      },
    ],
    undefined,
  );
  const deployments = deploymentsSchema.parse([
    { id: 'd1', version: at(3), affectedApps: ['/web'] },
    { id: 'd2', version: at(3), affectedApps: ['/other'] },
  ]);
  const seen = events(
    { eventType: 'status_update_event', timestamp: at(4), taskId: 'seen', taskStatus: 'TASK_FAILED' },
    { eventType: 'instance_changed_event', timestamp: at(4) },
    { eventType: 'health_status_changed_event', timestamp: at(5), instanceId: 'i', alive: false },
    { eventType: 'deployment_success', timestamp: at(6) },
  );
  expect(appHistory(app, deployments, endings, seen).map(({ kind, taskId }) => [kind, taskId])).toEqual([
    ['deployment-succeeded', undefined],
    ['became-unhealthy', 'i'],
    ['task-state', 'seen'],
    ['deployment-started', undefined],
    ['scaling', undefined],
    ['config-change', undefined],
    ['task-ended', 'old'],
  ]);
});

it('knows of no scaling when the configuration was the last to change', () => {
  const changed = appDetailSchema.parse({ id: '/web', versionInfo: { lastScalingAt: at(1), lastConfigChangeAt: at(1) } });
  expect(appHistory(changed, [], [], []).map(({ kind }) => kind)).toEqual(['config-change']);
});
