import { expect, it } from 'vitest';
import { appEvents } from './app-events.ts';
import { marathonEvents } from './marathon-event-bus.ts';

it('keeps the last events of each app from its start on', () => {
  const status = (appId: string, number: number) => ({
    eventType: 'status_update_event',
    appId,
    taskId: `t${number}`,
    taskStatus: 'TASK_RUNNING',
    timestamp: '2016-04-26T09:00:00.000Z',
  });
  marathonEvents.publish(status('/early', 1));
  appEvents.start(1);
  appEvents.start(2);
  for (let number = 1; number <= 250; number++) marathonEvents.publish(status('/redis', number));
  marathonEvents.publish({ eventType: 'deployment_success', plan: { steps: [{ actions: [{ app: '/redis' }, { app: '/web' }] }] } });
  marathonEvents.publish('no event');
  expect(appEvents.since()).toBe(1);
  expect(appEvents.of('/early')).toEqual([]);
  const kept = appEvents.of('/redis');
  expect([kept.length, kept[0]?.type, kept[1]?.taskId, kept[1]?.at]).toEqual([
    200,
    'deployment_success',
    't250',
    Date.parse('2016-04-26T09:00:00.000Z'),
  ]);
  expect(appEvents.of('/web').map(({ type }) => type)).toEqual(['deployment_success']);
});

it('forgets the app that it has not heard of for the longest time', () => {
  for (let number = 0; number < 600; number++) marathonEvents.publish({ eventType: 'app_terminated_event', appId: `/many/${number}` });
  expect(appEvents.of('/many/0')).toEqual([]);
  expect(appEvents.of('/many/599')).toHaveLength(1);
});
