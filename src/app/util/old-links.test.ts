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
])('leads %s to %s', (old, path) => {
  expect(pathOfOldLink(old)).toBe(path);
});

it.each([
  ['#/dashboard', '/dashboard'],
  ['#/services', '/services'],
  ['#/services/service-detail/marathon', '/services?q=marathon'],
  ['#/services/ui/chronos', '/services?q=chronos'],
  ['#/dashboard/task-detail/redis.1234', '/tasks?q=redis.1234'],
  ['#/nodes', '/nodes'],
  ['#/nodes/list', '/nodes'],
  ['#/nodes/grid', '/nodes?view=grid'],
  ['#/nodes/list/node-detail/S1', '/nodes/S1'],
  ['#/nodes/node-detail/20160426-S1', '/nodes/20160426-S1'],
  ['#/universe/packages', '/catalog'],
  ['#/universe/packages/redis?packageVersion=1', '/catalog?packageVersion=1'],
  ['#/system/overview', '/components'],
  ['#/system/overview/components/dcos-marathon.service', '/components/dcos-marathon.service'],
  ['#/system/overview/components/dcos-marathon.service/nodes/10.0.0.1', '/components/dcos-marathon.service/nodes/10.0.0.1'],
  ['#/system/overview/repositories', '/cluster'],
  ['#/system/organization/users', '/cluster'],
])('leads %s of DC/OS 1.7 to %s', (old, path) => {
  expect(pathOfOldLink(old)).toBe(path);
});

it.each([
  ['#/services/overview', '/services'],
  ['#/services/overview/%2Fshop?q=is%3Arunning', '/services/overview/shop?q=is%3Arunning'],
  ['#/services/overview/create', '/services/create'],
  ['#/services/detail/%2Fshop%2Fweb', '/services/detail/shop%2Fweb'],
  ['#/services/detail/%2Fredis/tasks', '/services/detail/redis'],
  ['#/services/detail/%2Fredis/tasks/redis.1/details', '/services/detail/redis/tasks/redis.1'],
  ['#/services/detail/%2Fredis/tasks/redis.1/files', '/services/detail/redis/tasks/redis.1/files'],
  ['#/services/detail/%2Fredis/tasks/redis.1/logs/stdout', '/services/detail/redis/tasks/redis.1/logs'],
  ['#/services/detail/%2Fredis/configuration', '/services/detail/redis/configuration'],
  ['#/services/detail/%2Fredis/endpoints', '/services/detail/redis/endpoints'],
  ['#/services/detail/%2Fredis/volumes/redis%23data', '/services/detail/redis/volumes/redis%23data'],
  ['#/services/detail/%2Fredis/edit', '/services/detail/redis/edit'],
  ['#/services/quota', '/services'],
  ['#/jobs/overview?searchString=backup', '/service/chronos/jobs?q=backup'],
  ['#/jobs/detail/nightly', '/service/chronos/jobs/nightly'],
  ['#/jobs/detail/nightly/configuration', '/service/chronos/jobs/nightly/definition'],
  ['#/jobs/detail/nightly/tasks/ct:1', '/service/chronos/jobs/nightly/runs/ct%3A1'],
  ['#/nodes/agents/table?filterExpression=is%3Ahealthy', '/nodes?q=is%3Ahealthy'],
  ['#/nodes/agents/grid', '/nodes?view=grid'],
  ['#/nodes/masters', '/nodes'],
  ['#/nodes/20160426-S1/health', '/nodes/20160426-S1'],
  ['#/catalog/packages', '/catalog'],
  ['#/networking/networks', '/services'],
  ['#/cluster/overview', '/cluster'],
  ['#/components/dcos-marathon.service/nodes/10.0.0.1', '/components/dcos-marathon.service/nodes/10.0.0.1'],
  ['#/settings/ui-settings', '/dashboard?modal=settings'],
  ['#/settings/repositories', '/cluster'],
  ['#/organization/users', '/cluster'],
])('leads %s of the DC/OS of 2021 to %s', (old, path) => {
  expect(pathOfOldLink(old)).toBe(path);
});

it.each([
  ['#/frameworks', '/mesos/frameworks'],
  ['#/frameworks/F1', '/mesos/frameworks/F1'],
  ['#/agents', '/mesos/agents'],
  ['#/slaves/S1', '/mesos/agents/S1'],
  ['#/agents/S1/frameworks/F1', '/mesos/frameworks/F1'],
  ['#/slaves/S1/frameworks/F1/executors/redis.1/browse', '/mesos/agents/S1/frameworks/F1/executors/redis.1'],
  ['#/agents/S1/browse?path=%2Fvar', '/mesos/agents/S1/browse?path=%2Fvar'],
  ['#/roles', '/mesos/roles'],
  ['#/offers', '/mesos/offers'],
  ['#/maintenance', '/mesos/maintenance'],
])("leads %s of Mesos' own web UI to %s", (old, path) => {
  expect(pathOfOldLink(old, '/mesos/')).toBe(path);
});

it('leads what had no page in it to the start of whose page it was', () => {
  expect(pathOfOldLink('#/', '/')).toBe('/dashboard');
  expect(pathOfOldLink('#/', '/ui/')).toBe('/marathon/apps');
  expect(pathOfOldLink('#/', '/mesos/')).toBe('/mesos');
  expect(pathOfOldLink('#/', '/service/chronos/')).toBe('/service/chronos/jobs');
});

it('leads the cards of Chronos to the page of the first job', () => {
  expect(pathOfOldLink('#jobs/nightly,weekly', '/service/chronos/')).toBe('/service/chronos/jobs/nightly');
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
