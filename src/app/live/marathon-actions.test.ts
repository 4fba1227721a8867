import { afterEach, expect, it, vi } from 'vitest';
import { changeMarathon, isLocked, lockingDeployments } from './marathon-actions.ts';
import { isOwnDeployment } from './own-deployments.ts';

const answers = (status: number, body: object) => vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));

afterEach(() => vi.unstubAllGlobals());

it('takes the deployment that carries out a change for its own', async () => {
  answers(200, { version: '2016-04-26T09:00:00.000Z', deploymentId: 'd-own' });
  await changeMarathon('/apps/redis?force=false', { method: 'PUT', body: { instances: 2 } });
  expect(isOwnDeployment('d-own')).toBe(true);
});

it('tells a lock, with the deployments that hold it, from an id that is taken', async () => {
  answers(409, { message: 'App is locked by one or more deployments.', deployments: [{ id: 'd-lock' }] });
  const locked: unknown = await changeMarathon('/apps/redis', { method: 'PUT' }).catch((error: unknown) => error);
  expect(lockingDeployments(locked)).toEqual(['d-lock']);
  expect(isOwnDeployment('d-lock')).toBe(true);
  answers(409, { message: 'An app with id [/redis] already exists.' });
  const taken: unknown = await changeMarathon('/apps', { method: 'POST' }).catch((error: unknown) => error);
  expect(isLocked(taken)).toBe(false);
});
