import { expect, it } from 'vitest';
import { appSummarySchema } from '../../../live/marathon-wire.ts';
import { continuePath } from './continue-path.ts';
import { waitsForUser } from './migration.ts';

const LABELS = { DCOS_MIGRATION_API_VERSION: 'v1', DCOS_MIGRATION_API_PATH: '/v1/plan', DCOS_PACKAGE_FRAMEWORK_NAME: 'cassandra' };
const waiting = (more: object = {}) =>
  appSummarySchema.parse({
    id: '/cassandra',
    instances: 1,
    cpus: 1,
    mem: 32,
    labels: LABELS,
    deployments: [{ id: 'd' }],
    readinessCheckResults: [{ name: 'plan', taskId: 't', ready: false, lastResponse: { status: 503, body: '{"status": "Waiting"}' } }],
    ...more,
  });

it('waits while a deployment does, and its plan says so', () => {
  expect(waitsForUser(waiting())).toBe(true);
  expect(waitsForUser(waiting({ deployments: [] }))).toBe(false);
  expect(waitsForUser(waiting({ labels: { ...LABELS, DCOS_MIGRATION_API_VERSION: 'v2' } }))).toBe(false);
  const inProgress = [{ name: 'plan', taskId: 't', ready: false, lastResponse: { status: 503, body: '{"status":"InProgress"}' } }];
  expect(waitsForUser(waiting({ readinessCheckResults: inProgress }))).toBe(false);
  expect(waitsForUser(waiting({ readinessCheckResults: [{ name: 'plan', taskId: 't', ready: false }] }))).toBe(false);
});

it('is told to go on at the address of its framework', () => {
  expect(continuePath(waiting())).toBe('/service/cassandra/v1/plan/continue');
  expect(continuePath({ labels: { ...LABELS, DCOS_MIGRATION_API_PATH: 'v1/plan/' } })).toBe('/service/cassandra/v1/plan/continue');
  expect(continuePath({ labels: { ...LABELS, DCOS_PACKAGE_FRAMEWORK_NAME: '' } })).toBeUndefined();
  expect(continuePath({ labels: {} })).toBeUndefined();
});
