import { expect, it } from 'vitest';
import { modalOf, pathOfOldLink } from './old-links.ts';

it.each([
  ['#/', '/marathon/apps'],
  ['#/apps', '/marathon/apps'],
  [
    '#/apps?filterStatus[]=0&filterStatus[]=4&filterText=redis',
    '/marathon/apps?filterStatus=running&filterStatus=waiting&filterText=redis',
  ],
  ['#/apps?filterHealth%5B%5D=1&filterLabels%5B%5D=tier%3Adata', '/marathon/apps?filterHealth=unhealthy&filterLabels=tier%3Adata'],
  ['#/group/%2Fshop%2Fjobs', '/marathon/group/shop%2Fjobs'],
  ['#/apps/%2Fshop%2Fweb', '/marathon/apps/shop%2Fweb'],
  ['#/apps/%2Fredis/configuration', '/marathon/apps/redis/configuration'],
  ['#/apps/%2Fredis/debug', '/marathon/apps/redis/debug'],
  ['#/apps/%2Fredis/volumes', '/marathon/apps/redis/volumes'],
  ['#/apps/%2Fredis/volume/redis%23data%231', '/marathon/apps/redis/volumes/redis%23data%231'],
  ['#/apps/%2Fredis/redis.1234', '/marathon/apps/redis/tasks/redis.1234'],
  ['#/apps/%2Fredis/redis.1234/volumes', '/marathon/apps/redis/tasks/redis.1234/volumes'],
  ['#/deployments', '/marathon/deployments'],
  ['#/apps?modal=about', '/marathon/apps?modal=about'],
  ['#/apps?modal=new-app&groupId=%2Fshop', '/marathon/group/shop/create'],
  ['#/nodes', '/nodes'],
  ['#/system/overview', '/components'],
])('leads %s to %s', (old, path) => {
  expect(pathOfOldLink(old)).toBe(path);
});

it('leaves every other fragment alone', () => {
  for (const hash of ['', '#content', '#', '#L12']) expect(pathOfOldLink(hash)).toBeUndefined();
});

it('knows the dialogs of the old pages, which have addresses of their own here', () => {
  const modal = (query: string) => modalOf(new URLSearchParams(query));
  expect(modal('modal=new-app')).toBe('/marathon/create');
  expect(modal('modal=new-group&groupId=/shop')).toBe('/marathon/group/shop/create-group');
  expect(modal('modal=edit-app--%252Fredis--2016-04-26T09:00:00.000Z')).toBe(
    '/marathon/apps/redis/configuration/edit?version=2016-04-26T09%3A00%3A00.000Z',
  );
  expect(modal('modal=about')).toBeUndefined();
  expect(modal('filterText=x')).toBeUndefined();
});
