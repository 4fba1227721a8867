import { expect, it } from 'vitest';
import { changesOf } from './marathon-changes.ts';

it.each([
  [{ eventType: 'status_update_event', appId: '/redis', taskId: 't' }, ['/redis'], false, false],
  [{ eventType: 'instance_changed_event', runSpecId: '/redis' }, ['/redis'], false, false],
  [{ eventType: 'api_post_event', appDefinition: { id: '/new' } }, ['/new'], false, false],
  [{ eventType: 'group_change_success', groupId: '/' }, [], true, false],
  [
    {
      eventType: 'deployment_info',
      plan: { id: 'd', steps: [{ actions: [{ action: 'StartApplication', app: '/a' }] }, { actions: [{ action: 'x', app: '/b' }] }] },
    },
    ['/a', '/b'],
    false,
    true,
  ],
  [{ eventType: 'deployment_success', plan: { steps: [[{ action: 'StartApplication', app: '/old' }]] } }, ['/old'], false, true],
  [{ eventType: 'event_stream_attached', remoteAddress: '127.0.0.1' }, [], false, false],
  ['nonsense', [], false, false],
])('%j', (event, apps, list, deployments) => {
  expect(changesOf(event)).toEqual({ apps: new Set(apps), list, deployments });
});
