import { expect, it } from 'vitest';
import { appSummarySchema } from '../../live/marathon-wire.ts';
import { serviceHealth, worstServices } from './service-health.ts';

const app = (id: string, fields: object) => appSummarySchema.parse({ id, instances: 2, ...fields });
const apps = [
  app('/idle', { instances: 0 }),
  app('/healthy', { tasksRunning: 2, healthChecks: [{}] }),
  app('/running', { tasksRunning: 2 }),
  app('/deploying', { tasksRunning: 1, deployments: [{ id: 'd' }] }),
  app('/lacking', { tasksRunning: 1 }),
  app('/unhealthy', { tasksRunning: 2, tasksUnhealthy: 1, deployments: [{ id: 'd' }] }),
];

it('judges a service by its worst sign', () => {
  for (const each of apps) expect(serviceHealth(each)).toBe(each.id.slice(1));
});

it('puts what needs a look first, equal ones by name', () => {
  const more = [...apps, app('/also-lacking', {})];
  expect(worstServices(more).map(({ id }) => id)).toEqual([
    '/unhealthy',
    '/also-lacking',
    '/lacking',
    '/deploying',
    '/running',
    '/healthy',
    '/idle',
  ]);
});
