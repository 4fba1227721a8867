import { expect, it } from 'vitest';
import { readFilter } from '../../../filters/read-filter.ts';
import { deploymentSchema } from '../../../live/marathon-wire.ts';
import { deploymentFields } from './deployment-fields.ts';

const NOW = Date.parse('2026-01-01T01:00:00.000Z');
const deployments = [
  {
    id: 'd1',
    version: '2026-01-01T00:00:00.000Z',
    affectedApps: ['/shop/web'],
    currentStep: 1,
    currentActions: [{ action: 'StartApplication', app: '/shop/web' }],
  },
  {
    id: 'd2',
    version: '2026-01-01T00:59:00.000Z',
    affectedApps: ['/redis', '/shop/api'],
    currentStep: 2,
    currentActions: [{ action: 'ScaleApplication', app: '/redis' }],
  },
].map((each) => deploymentSchema.parse(each));

it.each([
  ['shop', ['d1', 'd2']],
  ['app=/redis', ['d2']],
  ['action:scale', ['d2']],
  ['age>5m', ['d1']],
  ['step:2 -app:web', ['d2']],
])('finds %s', (text, ids) => {
  const { test, problems } = readFilter(text, deploymentFields, deployments, () => NOW);
  expect({ problems, ids: deployments.filter((each) => test?.(each)).map(({ id }) => id) }).toEqual({ problems: [], ids });
});
