import { expect, it } from 'vitest';
import { createNewsFilter, newsOf } from './news.ts';

const deployment = (steps: [action: string, app: string][], eventType = 'deployment_success') => ({
  eventType,
  id: 'd1',
  timestamp: '2016-04-26T09:00:05.000Z',
  plan: { id: 'd1', version: '2016-04-26T09:00:00.000Z', steps: steps.map(([action, app]) => ({ actions: [{ action, app }] })) },
});
const others = () => false;

it('tells what a deployment of somebody else did to each app', () => {
  const event = deployment([
    ['StartApplication', '/new'],
    ['ScaleApplication', '/new'],
    ['RestartApplication', '/web'],
    ['StopApplication', '/old'],
  ]);
  expect(newsOf(event, others)).toEqual([
    { kind: 'created', appId: '/new' },
    { kind: 'changed', appId: '/web' },
    { kind: 'destroyed', appId: '/old' },
  ]);
  expect(newsOf(event, (id) => id === 'd1')).toEqual([]);
});

it('tells of deployments and instances that failed', () => {
  expect(newsOf(deployment([['ScaleApplication', '/web']], 'deployment_failed'), others)).toEqual([
    { kind: 'deployment-failed', appId: '/web' },
  ]);
  const status = (taskStatus: string) => ({ eventType: 'status_update_event', appId: '/web', taskStatus });
  expect(newsOf(status('TASK_FAILED'), others)).toEqual([{ kind: 'instance-failed', appId: '/web' }]);
  expect(newsOf(status('TASK_RUNNING'), others)).toEqual([]);
});

it('tells once of an app that fails again and again', () => {
  const isNew = createNewsFilter();
  const failed = { kind: 'instance-failed', appId: '/web' } as const;
  const minute = 60_000;
  expect([0, 5 * minute, 10 * minute].map((now) => isNew(failed, now))).toEqual([true, false, false]);
  expect(isNew(failed, 30 * minute)).toBe(true);
  expect(isNew({ ...failed, appId: '/other' }, minute)).toBe(true);
});
