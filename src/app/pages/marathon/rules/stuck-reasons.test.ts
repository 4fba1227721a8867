import { expect, it } from 'vitest';
import { appDetailSchema, queueSchema } from '../../../live/marathon-wire.ts';
import { stuckReasons } from './stuck-reasons.ts';

const SINCE = Date.parse('2016-04-26T09:00:00.000Z');
const app = (fields: object = {}) => appDetailSchema.parse({ id: '/web', cpus: 4, instances: 2, ...fields });
const queued = (fields: object) =>
  queueSchema.parse({ queue: [{ app: { id: '/web' }, count: 1, delay: { timeLeftSeconds: 0, overdue: true }, ...fields }] })[0];
const task = (fields: object) => ({ id: 'web.1', appId: '/web', state: 'TASK_RUNNING', ...fields });

it('waits out a delay', () => {
  expect(stuckReasons(app(), queued({ delay: { timeLeftSeconds: 40, overdue: false } }), SINCE)).toEqual([
    { kind: 'delayed', seconds: 40 },
  ]);
});

it('waits for an offer, and says what those that came lack', () => {
  expect(stuckReasons(app(), queued({}), SINCE)).toEqual([{ kind: 'no-offers' }]);
  const rejects = { processedOffersSummary: { rejectSummaryLastOffers: [{ reason: 'InsufficientCpus', declined: 2, processed: 2 }] } };
  expect(stuckReasons(app(), queued(rejects), SINCE)).toMatchObject([{ kind: 'offers', reason: { reason: 'InsufficientCpus' } }]);
});

it('waits for instances to start, to become healthy and ready', () => {
  const busy = app({
    healthChecks: [{}],
    readinessCheckResults: [{ name: 'migrated', taskId: 'web.1', ready: false, lastResponse: { status: 503 } }],
    tasks: [task({}), task({ healthCheckResults: [{ alive: false }] }), task({ state: 'TASK_STAGING' })],
  });
  expect(stuckReasons(busy, undefined, SINCE)).toEqual([
    { kind: 'staging', count: 1 },
    { kind: 'unhealthy', count: 1 },
    { kind: 'not-yet-healthy', count: 1 },
    { kind: 'not-ready', name: 'migrated', count: 1, status: 503 },
  ]);
});

it('names a failure of since the deployment began, no older one', () => {
  const failed = (timestamp: string) =>
    app({ lastTaskFailure: { taskId: 't', state: 'TASK_FAILED', message: 'exited with status 1', timestamp } });
  expect(stuckReasons(failed('2016-04-26T09:00:01.000Z'), undefined, SINCE)).toEqual([{ kind: 'failed', message: 'exited with status 1' }]);
  expect(stuckReasons(failed('2016-04-26T08:59:59.000Z'), undefined, SINCE)).toEqual([]);
});
