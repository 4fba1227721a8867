import { expect, it } from 'vitest';
import { appDetailSchema, appSummarySchema, type QueueEntry } from '../../live/marathon-wire.ts';
import { serviceHealth, serviceReason, unhealthyReason, worstServices } from './service-health.ts';

const app = (id: string, fields: object) => appSummarySchema.parse({ id, instances: 2, ...fields });
const apps = [
  app('/idle', { instances: 0 }),
  app('/healthy', { tasksRunning: 2, healthChecks: [{}] }),
  app('/running', { tasksRunning: 2 }),
  app('/deploying', { tasksRunning: 1, deployments: [{ id: 'd' }] }),
  app('/lacking', { tasksRunning: 1 }),
  app('/unhealthy', { tasksRunning: 2, tasksUnhealthy: 1, deployments: [{ id: 'd' }] }),
];

const queued = (more: Partial<QueueEntry>) =>
  ({ delay: { timeLeftSeconds: 0, overdue: true }, rejects: [], since: QUEUED, ...more }) as QueueEntry;
const QUEUED = '2016-04-26T09:00:00.000Z';
const FAILED = '2016-04-26T09:05:00.000Z';
const NONE = new Map<string, string>();
const failure = { taskId: 't', state: 'TASK_FAILED', message: 'exited with 1', timestamp: FAILED };

it('judges a service by its worst sign', () => {
  for (const each of apps) expect(serviceHealth(each)).toBe(each.id.slice(1));
});

it('puts what needs a look first, equal ones by name', () => {
  const more = [...apps, app('/also-lacking', {})];
  expect(worstServices(more, new Map()).map(({ id }) => id)).toEqual([
    '/unhealthy',
    '/also-lacking',
    '/lacking',
    '/deploying',
    '/running',
    '/healthy',
    '/idle',
  ]);
});

it('puts what waits before what is only deploying', () => {
  const list = [app('/a', { deployments: [{ id: 'd' }] }), app('/b', { deployments: [{ id: 'd' }] })];
  expect(worstServices(list, new Map([['/b', queued({})]])).map(({ id }) => id)).toEqual(['/b', '/a']);
});

it('gives the reason that one can do something about, and since when', () => {
  const crashing = app('/crashing', { lastTaskFailure: failure, deployments: [{ id: 'd' }] });
  const failed = { kind: 'failed', message: 'exited with 1', state: 'TASK_FAILED', since: Date.parse(FAILED) };
  expect(serviceReason(crashing, queued({ delay: { timeLeftSeconds: 9, overdue: false } }), NONE)).toEqual(failed);
  expect(serviceReason(app('/lacking', { lastTaskFailure: failure, tasksRunning: 1 }), undefined, NONE)).toEqual(failed);
  const rejects = [
    { reason: 'UnfulfilledRole', declined: 2, processed: 3 },
    { reason: 'InsufficientCpus', declined: 1, processed: 1 },
    { reason: 'InsufficientMemory', declined: 0, processed: 0 },
  ];
  expect(serviceReason(app('/big', {}), queued({ rejects }), NONE)).toEqual({
    kind: 'waiting',
    reject: 'InsufficientCpus',
    since: Date.parse(QUEUED),
  });
  expect(serviceReason(app('/new', { deployments: [{ id: 'd' }] }), undefined, new Map([['d', QUEUED]]))).toEqual({
    kind: 'deploying',
    since: Date.parse(QUEUED),
  });
  expect(serviceReason(app('/unhealthy', { tasksUnhealthy: 1 }), undefined, NONE)).toMatchObject({ kind: 'unhealthy', count: 1 });
  expect(serviceReason(app('/running', { tasksRunning: 2 }), undefined, NONE)).toBeUndefined();
});

it('asks the instances of an unhealthy service since when, and what the checks say', () => {
  const check = (alive: boolean, lastSuccess: string | null, lastFailureCause: string | null) => ({ alive, lastSuccess, lastFailureCause });
  const task = (id: string, ...healthCheckResults: object[]) => ({ id, appId: '/web', startedAt: QUEUED, healthCheckResults });
  const web = appDetailSchema.parse({
    id: '/web',
    tasksUnhealthy: 2,
    tasks: [
      task('a', check(true, FAILED, null)),
      task('b', check(false, FAILED, null), check(true, FAILED, null)),
      task('c', check(false, null, 'ConnectException: refused')),
    ],
  });
  expect(unhealthyReason(web)).toEqual({ kind: 'unhealthy', count: 2, cause: 'ConnectException: refused', since: Date.parse(QUEUED) });
  expect(unhealthyReason(appDetailSchema.parse({ id: '/web', tasksUnhealthy: 1 }))).toMatchObject({ cause: undefined, since: undefined });
});
