import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { appApi, marathonKeys, putApp, withApp, withTold, type AppList } from './marathon-queries.ts';
import { appDetailSchema, appSummarySchema, type AppSummary } from './marathon-wire.ts';

const app = (id: string, instances = 1): AppSummary => appSummarySchema.parse({ id, instances });
const list: AppList = { apps: [app('/a'), app('/c')], groups: ['/'] };
const ids = (changed: AppList): string[] => changed.apps.map((each) => `${each.id} ${each.instances}`);

it('puts an app in its place, replaces it and takes it out', () => {
  expect(ids(withApp(list, '/b', app('/b')))).toEqual(['/a 1', '/b 1', '/c 1']);
  expect(ids(withApp(list, '/d', app('/d')))).toEqual(['/a 1', '/c 1', '/d 1']);
  expect(ids(withApp(list, '/c', app('/c', 5)))).toEqual(['/a 1', '/c 5']);
  expect(ids(withApp(list, '/a', undefined))).toEqual(['/c 1']);
  expect(withApp(list, '/nothing', undefined)).toBe(list);
});

it('shows a changed app in the list, and on its page only if that is being shown', () => {
  const client = new QueryClient();
  client.setQueryData(marathonKeys.apps, list);
  const detail = appDetailSchema.parse({ id: '/a', instances: 3, tasks: [] });
  putApp(client, '/a', detail);
  expect(client.getQueryData<AppList>(marathonKeys.apps)?.apps[0]?.instances).toBe(3);
  expect(client.getQueryData(marathonKeys.app('/a'))).toBeUndefined();
  client.setQueryData(marathonKeys.app('/a'), appDetailSchema.parse({ id: '/a' }));
  putApp(client, '/a', detail);
  expect(client.getQueryData(marathonKeys.app('/a'))).toEqual(detail);
});

it('keeps the slashes of an id in the API path', () => {
  expect(appApi('/team/red is')).toBe('/service/marathon/v2/apps/team/red%20is');
});

it('shows what events tell of apps, and tells nobody of what stays as it is', () => {
  const told = withTold(list, new Map([['/c', { tasksRunning: 2 }]]));
  expect(told.apps.map(({ id, tasksRunning }) => `${id} ${tasksRunning}`)).toEqual(['/a 0', '/c 2']);
  expect(told.apps[0]).toBe(list.apps[0]);
  expect(
    withTold(
      list,
      new Map([
        ['/a', { tasksRunning: 0 }],
        ['/c', undefined],
      ]),
    ),
  ).toBe(list);
});
