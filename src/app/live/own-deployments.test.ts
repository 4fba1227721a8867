import { expect, it } from 'vitest';
import { isOwnDeployment, rememberOwnDeployments } from './own-deployments.ts';

it('knows the deployments that this page has begun, of whatever change', () => {
  rememberOwnDeployments({ version: '2016-04-26T09:00:00.000Z', deploymentId: 'scaled' });
  rememberOwnDeployments({ id: '/redis', deployments: [{ id: 'created' }] });
  rememberOwnDeployments('');
  expect(['scaled', 'created', 'of-someone-else'].filter(isOwnDeployment)).toEqual(['scaled', 'created']);
});

it('forgets the oldest ones', () => {
  for (let number = 0; number < 501; number++) rememberOwnDeployments({ deploymentId: `later-${number}` });
  expect(isOwnDeployment('scaled')).toBe(false);
  expect(isOwnDeployment('later-500')).toBe(true);
});
