import { expect, it } from 'vitest';
import { keepingSearch, marathonIdOf, paths } from './paths.ts';

it('builds the addresses that people bookmark', () => {
  expect({
    dashboard: paths.dashboard(),
    services: paths.services(),
    nodes: paths.nodes(),
    node: paths.node('0a1b-S0'),
    components: paths.components(),
    component: paths.component('dcos-marathon.service'),
    apps: paths.marathon.apps(),
    rootGroup: paths.marathon.group('/'),
    group: paths.marathon.group('/team/web'),
    app: paths.marathon.app('/team/redis'),
    configuration: paths.marathon.appConfiguration('/redis'),
    debug: paths.marathon.appDebug('/redis'),
    volume: paths.marathon.appVolume('/redis', 'redis#data#1'),
    events: paths.marathon.appEvents('/redis'),
    kill: paths.marathon.kill('/redis', 'kill-and-scale'),
    killOne: paths.marathon.kill('/redis', 'kill', 'redis.instance-1._app.1'),
    taskFiles: paths.marathon.taskFiles('/team/redis', 'team_redis.instance-1._app.1'),
    logs: paths.marathon.logs('/redis', 'redis.instance-1._app.1', 'stderr'),
    deployments: paths.marathon.deployments(),
    rollback: paths.marathon.rollback('d-1'),
    create: paths.marathon.create('/'),
    createInGroup: paths.marathon.create('/team'),
    scaleFromList: paths.marathon.listDialog('/team', 'scale', '/team/redis'),
    destroyFromPage: paths.marathon.appDialog('/team/redis', 'destroy'),
    edit: paths.marathon.edit('/team/redis'),
    editVersion: paths.marathon.edit('/redis', '2016-04-26T09:00:00.000Z'),
    editFromList: paths.marathon.listDialog('/', 'edit', '/redis'),
    apply: paths.marathon.apply('/redis', '2016-04-26T09:00:00.000Z'),
    duplicate: paths.marathon.duplicate('/redis'),
  }).toMatchInlineSnapshot(`
    {
      "app": "/marathon/apps/team%2Fredis",
      "apply": "/marathon/apps/redis/configuration/apply?version=2016-04-26T09%3A00%3A00.000Z",
      "apps": "/marathon/apps",
      "component": "/components/dcos-marathon.service",
      "components": "/components",
      "configuration": "/marathon/apps/redis/configuration",
      "create": "/marathon/create",
      "createInGroup": "/marathon/group/team/create",
      "dashboard": "/dashboard",
      "debug": "/marathon/apps/redis/debug",
      "deployments": "/marathon/deployments",
      "destroyFromPage": "/marathon/apps/team%2Fredis/destroy",
      "duplicate": "/marathon/apps/redis/duplicate",
      "edit": "/marathon/apps/team%2Fredis/edit",
      "editFromList": "/marathon/edit/redis",
      "editVersion": "/marathon/apps/redis/configuration/edit?version=2016-04-26T09%3A00%3A00.000Z",
      "events": "/marathon/apps/redis/events",
      "group": "/marathon/group/team%2Fweb",
      "kill": "/marathon/apps/redis/kill-and-scale",
      "killOne": "/marathon/apps/redis/kill?selected=redis.instance-1._app.1",
      "logs": "/marathon/apps/redis/instances/redis.instance-1._app.1/logs?file=stderr",
      "node": "/nodes/0a1b-S0",
      "nodes": "/nodes",
      "rollback": "/marathon/deployments/rollback/d-1",
      "rootGroup": "/marathon/apps",
      "scaleFromList": "/marathon/group/team/scale/team%2Fredis",
      "services": "/services",
      "taskFiles": "/marathon/apps/team%2Fredis/tasks/team_redis.instance-1._app.1/files",
      "volume": "/marathon/apps/redis/volumes/redis%23data%231",
    }
  `);
});

it('gives back the id that an address was built from', () => {
  for (const id of ['/redis', '/team/redis', '/a.b-c/d', '/with space/ä']) {
    const segment = paths.marathon.app(id).split('/').at(-1) ?? '';
    expect(marathonIdOf(decodeURIComponent(segment))).toBe(id);
  }
});

it('keeps the filters of the page behind a dialog', () => {
  expect(keepingSearch('/marathon/apps/create', '?q=redis')).toBe('/marathon/apps/create?q=redis');
  expect(keepingSearch('/marathon/apps', '')).toBe('/marathon/apps');
  expect(keepingSearch('/x?file=stdout', '?q=redis')).toBe('/x?file=stdout&q=redis');
});
