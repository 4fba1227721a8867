import { expect, it } from 'vitest';
import { finishedDeployments, finishedOf } from './finished-deployments.ts';
import { marathonEvents } from './marathon-event-bus.ts';

const event = (id: string, more: object = {}) => ({
  eventType: 'deployment_success',
  id,
  timestamp: '2016-04-26T09:00:05.000Z',
  plan: { id, version: '2016-04-26T09:00:00.000Z', steps: [{ actions: [{ action: 'ScaleApplication', app: '/web' }] }] },
  ...more,
});

it('reads from its event what a deployment did and how long it took', () => {
  expect(finishedOf(event('d1'))).toMatchObject({ id: 'd1', succeeded: true, ended: Date.parse('2016-04-26T09:00:05Z') });
  expect(finishedOf(event('d1', { eventType: 'deployment_failed', reason: 'cancelled' }))).toMatchObject({
    succeeded: false,
    reason: 'cancelled',
  });
  expect(finishedOf({ eventType: 'deployment_info', plan: {} })).toBeUndefined();
  expect(finishedOf('nonsense')).toBeUndefined();
});

it('keeps the last fifty that ended while it followed', () => {
  const stop = finishedDeployments.follow();
  for (let number = 1; number <= 60; number++) marathonEvents.publish(event(`d${number}`));
  marathonEvents.publish(event('d60'));
  stop();
  marathonEvents.publish(event('unseen'));
  const ids = finishedDeployments.current().map(({ id }) => id);
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([50, 'd60', 'd11']);
});
