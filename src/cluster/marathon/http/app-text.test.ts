import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import type { Instance, MarathonCore } from '../core.ts';
import { targetOf } from '../deployments/deployment-actions.ts';
import { testApp } from '../test-world.test-support.ts';
import { embeddedText, surveyOf } from './app-embeds.ts';
import { renderApp } from './app-view.ts';
import { groupText, wishedGroupText } from './group-view.ts';
import { running } from './ask.test-support.ts';
import { stubCore } from './stub-core.test-support.ts';
import { countTasks, taskStats } from './task-stats.ts';
import { hasTask, renderTask } from './task-view.ts';

const NOW = Date.UTC(2016, 3, 26, 10);
const EMBEDS = ['counts', 'deployments', 'readiness', 'tasks', 'failures', 'lastTaskFailure', 'taskStats'];

// Any text: quotes, line ends, lone surrogates and keys like __proto__ or 1 are what a text put together could get wrong.
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', '1', '"', '\\', '</script>', '\u2028'));
const texts = fc.dictionary(anyText, anyText, { maxKeys: 3 });
const appOf = (id: string): fc.Arbitrary<AppDefinition> =>
  fc
    .record(
      {
        cmd: anyText,
        env: texts,
        labels: texts,
        instances: fc.nat(20),
        cpus: fc.double({ min: 0, max: 8, noNaN: true }),
        role: anyText,
        constraints: fc.array(fc.array(anyText, { maxLength: 3 }), { maxLength: 2 }),
        user: fc.option(anyText, { nil: undefined }),
        version: fc.constantFrom('2016-04-26T09:00:00.001Z', '2016-04-26T09:30:00.000Z'),
      },
      { requiredKeys: [] },
    )
    .map(({ user, ...more }) => testApp(id, { ...more, ...(user !== undefined && { user }) }));

const conditions = fc.constantFrom<Instance['condition']>('Scheduled', 'Staging', 'Running', 'Killing', 'Unreachable');
const instanceOf = (appId: string): fc.Arbitrary<Instance> =>
  fc
    .record({ n: fc.nat(999), condition: conditions, alive: fc.boolean(), checked: fc.boolean(), host: anyText })
    .map(({ n, condition, alive, checked, host }) => {
      const health = checked ? [{ instanceId: String(n), alive, consecutiveFailures: 0 }] : [];
      return running(appId, n, { condition, host, health });
    });

interface World {
  apps: AppDefinition[];
  instances: Instance[];
  failed: boolean;
  open: boolean;
}

const IDS = ['/a', '/g/b', '/g/c'];
const worlds: fc.Arbitrary<World> = fc.record({
  apps: fc.tuple(...IDS.map(appOf)),
  instances: fc.array(fc.constantFrom(...IDS, '/gone').chain(instanceOf), { maxLength: 6 }),
  failed: fc.boolean(),
  open: fc.boolean(),
});

function coreOf({ apps, instances, failed, open }: World): MarathonCore {
  const core = stubCore();
  core.running = instances;
  if (failed) {
    const { taskId, version } = running('/a', 1);
    const failure = {
      appId: '/a',
      host: 'a1',
      message: 'It "failed".',
      state: 'TASK_FAILED' as const,
      taskId,
      timestamp: version,
      version,
    };
    core.failures.set('/a', failure);
  }
  if (open) {
    const actions = [{ action: 'ScaleApplication' as const, app: '/g/b' }];
    const currentActions = actions.map((action) => ({ ...action, readinessCheckResults: [{ name: 'ready', ready: false }] }));
    core.open = [
      {
        id: 'd1',
        version: apps[0]?.version ?? '',
        affectedApps: ['/g/b'],
        affectedPods: [],
        steps: [{ actions }],
        currentStep: 1,
        currentActions,
      },
    ];
  }
  return core;
}

/** What Marathon prints for an app, made at once from objects. */
function plainApp(core: MarathonCore, app: AppDefinition, embeds: ReadonlySet<string>): Record<string, unknown> {
  const instances = core.instances(app.id).filter(hasTask);
  const touching = core.deployments().filter(({ affectedApps }) => affectedApps.includes(app.id));
  const readiness = touching.flatMap(({ currentActions }) => currentActions).filter((action) => targetOf(action) === app.id);
  const failure = embeds.has('lastTaskFailure') || embeds.has('failures') ? core.lastTaskFailure(app.id) : undefined;
  return {
    ...renderApp(app),
    ...(embeds.has('counts') && countTasks(instances)),
    ...(embeds.has('deployments') && { deployments: touching.map(({ id }) => ({ id })) }),
    ...(embeds.has('readiness') && { readinessCheckResults: readiness.flatMap(({ readinessCheckResults }) => readinessCheckResults) }),
    ...((embeds.has('tasks') || embeds.has('failures')) && { tasks: instances.map((instance) => renderTask(instance, app.role)) }),
    ...(failure && { lastTaskFailure: failure }),
    ...(embeds.has('taskStats') && { tasksStats: taskStats(app, instances, NOW) }),
  };
}

function plainGroup(group: GroupDefinition, app: (app: AppDefinition) => unknown): Record<string, unknown> {
  const { id, dependencies, version, enforceRole = false } = group;
  const groups = group.groups.map((child) => plainGroup(child, app));
  return { id, apps: group.apps.map(app), pods: [], groups, dependencies, version, enforceRole };
}

test('the text of an app is byte for byte that of its object, now and after its tasks changed', () => {
  fc.assert(
    fc.property(worlds, worlds, fc.subarray(EMBEDS), (world, later, wished) => {
      const embeds = new Set(wished);
      for (const core of [coreOf(world), coreOf({ ...later, apps: world.apps })]) {
        const survey = surveyOf(core);
        for (const app of world.apps)
          expect(embeddedText(core, survey, app, embeds, NOW)).toBe(JSON.stringify(plainApp(core, app, embeds)));
      }
    }),
  );
});

test('so is that of a group with all that is in it', () => {
  const url = new URL('http://m1/v2/groups?embed=group.groups&embed=group.apps&embed=group.apps.tasks&embed=group.apps.counts');
  const embeds = new Set(['tasks', 'counts', 'deployments']);
  fc.assert(
    fc.property(worlds, anyText, fc.boolean(), (world, odd, enforceRole) => {
      const core = coreOf(world);
      const [a, ...others] = world.apps;
      const at = { version: '2016-04-26T09:00:00.001Z', dependencies: [odd], pods: [] };
      const child = { ...at, id: `/${odd}`, apps: others, groups: [], enforceRole };
      const root: GroupDefinition = { ...at, id: '/', apps: a ? [a] : [], groups: [child] };
      expect(groupText(root)).toBe(JSON.stringify(plainGroup(root, renderApp)));
      expect(wishedGroupText(core, url, NOW)(root)).toBe(JSON.stringify(plainGroup(root, (app) => plainApp(core, app, embeds))));
    }),
  );
});

test('a task whose app changed its role is printed with the new one', () => {
  const core = coreOf({ apps: [], instances: [running('/a', 1)], failed: false, open: false });
  const embeds = new Set(['tasks']);
  const roleIn = (role: string): unknown =>
    JSON.parse(embeddedText(core, surveyOf(core), testApp('/a', { role }), embeds, NOW)).tasks[0].role;
  expect([roleIn('*'), roleIn('web'), roleIn('*')]).toEqual(['*', 'web', '*']);
});
