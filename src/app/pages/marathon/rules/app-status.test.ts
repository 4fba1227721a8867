import { describe, expect, it } from 'vitest';
import { appSummarySchema, type AppSummary, type QueueEntry } from '../../../live/marathon-wire.ts';
import { appStatus } from './app-status.ts';

const app = (fields: Record<string, unknown>): AppSummary => appSummarySchema.parse({ id: '/redis', ...fields });
const queued = (overdue: boolean): QueueEntry => ({
  appId: '/redis',
  count: 1,
  delay: { timeLeftSeconds: 9, overdue },
  since: undefined,
  offersProcessed: 0,
  rejects: [],
  unusedOffers: [],
});

describe('appStatus', () => {
  it.each([
    ['running', app({ tasksRunning: 1 }), undefined],
    ['deploying', app({ tasksRunning: 1, deployments: [{ id: 'd' }] }), undefined],
    ['suspended', app({ instances: 0 }), undefined],
    ['running', app({ instances: 0, tasksRunning: 1 }), undefined],
    ['staging', app({ tasksStaged: 1 }), undefined],
    [undefined, app({}), undefined],
  ])('is %s', (status, given, entry) => {
    expect(appStatus(given, entry)).toBe(status);
  });

  it('lets a queue entry beat a running deployment', () => {
    const deploying = app({ deployments: [{ id: 'd' }] });
    expect(appStatus(deploying, queued(false))).toBe('delayed');
    expect(appStatus(deploying, queued(true))).toBe('waiting');
  });

  it('knows the migration that waits for a decision', () => {
    const migrating = app({
      deployments: [{ id: 'd' }],
      labels: { DCOS_MIGRATION_API_VERSION: 'v1', DCOS_MIGRATION_API_PATH: '/v1/plan' },
      readinessCheckResults: [{ lastResponse: { body: '{"status": "Waiting"}' } }],
    });
    expect(appStatus(migrating, undefined)).toBe('waiting-for-user');
    expect(appStatus({ ...migrating, labels: {} }, undefined)).toBe('deploying');
  });
});
