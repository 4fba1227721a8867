import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import { emptyGroup, specsById, withSpec } from '../definitions/group-tree.ts';
import { targetOf } from './deployment-actions.ts';
import { testApp } from '../test-world.test-support.ts';
import { dependencyLayers } from './dependency-layers.ts';
import { plan } from './deployment-plan.ts';

const VERSION = '2016-04-26T09:00:00.000Z';
const tree = (...apps: AppDefinition[]): GroupDefinition => apps.reduce(withSpec, emptyGroup('/', VERSION));
const lines = (before: GroupDefinition, after: GroupDefinition, restart: string[] = []): string[] =>
  plan(before, after, new Set(restart)).map(({ actions }) => actions.map((action) => `${action.action} ${targetOf(action)}`).join(', '));

describe('the plan of a deployment', () => {
  const a = testApp('/a');
  it('starts and then scales a new app', () => {
    expect(lines(tree(), tree(a))).toEqual(['StartApplication /a', 'ScaleApplication /a']);
  });
  it('stops what is gone before it starts what is new', () => {
    expect(lines(tree(a), tree(testApp('/b')))).toEqual(['StopApplication /a', 'StartApplication /b', 'ScaleApplication /b']);
  });
  it.each([
    ['another number of instances', { instances: 3 }, 'ScaleApplication /a'],
    ['another configuration', { env: { A: '1' } }, 'RestartApplication /a'],
    ['both', { instances: 3, mem: 64 }, 'RestartApplication /a'],
    ['another configuration without instances', { instances: 0, mem: 64 }, 'ScaleApplication /a'],
  ])('has one step for %s', (_what, change, step) => {
    expect(lines(tree(a), tree({ ...a, ...change }))).toEqual([step]);
  });
  it('has no step when only the version differs, or the order of keys', () => {
    const { cmd, ...rest } = a;
    expect(lines(tree(a), tree({ ...rest, cmd, version: VERSION, env: undefined }))).toEqual([]);
  });
  it('restarts on request, but not what is suspended', () => {
    const off = testApp('/off', { instances: 0 });
    expect(lines(tree(a, off), tree(a, off), ['/a', '/off'])).toEqual(['RestartApplication /a, ScaleApplication /off']);
  });
});

describe('layers of dependencies', () => {
  const ids = (root: GroupDefinition): string[][] => dependencyLayers(root).map((layer) => layer.map(({ id }) => id));
  it('puts what is needed first, through groups too', () => {
    const web = { ...emptyGroup('/web', VERSION), dependencies: ['/data'], apps: [testApp('/web/front')] };
    const data = { ...emptyGroup('/data', VERSION), apps: [testApp('/data/db')] };
    expect(ids({ ...emptyGroup('/', VERSION), groups: [web, data], apps: [testApp('/top', { dependencies: ['/web/front'] })] })).toEqual([
      ['/data/db'],
      ['/web/front'],
      ['/top'],
    ]);
  });
  it('takes an unknown dependency, itself, or a cycle as nothing to wait for', () => {
    expect(ids(tree(testApp('/a', { dependencies: ['/b', '/a', '/no'] }), testApp('/b', { dependencies: ['/a'] })))).toHaveLength(2);
  });
  it('never puts an app before what it depends on', () => {
    const names = ['/a', '/b', '/c', '/d', '/e', '/f'];
    // Each may depend on those before it, so that there is no cycle.
    const graphs = fc.tuple(...names.map((_, index) => fc.subarray(names.slice(0, index))));
    fc.assert(
      fc.property(graphs, (graph) => {
        const root = tree(...names.map((id, index) => testApp(id, { dependencies: graph[index] ?? [] })).reverse());
        const layers = dependencyLayers(root);
        const layerOf = (id: string): number => layers.findIndex((layer) => layer.some((app) => app.id === id));
        expect(layers.flat()).toHaveLength(specsById(root).size);
        for (const [index, id] of names.entries())
          for (const needed of graph[index] ?? []) expect(layerOf(needed)).toBeLessThan(layerOf(id));
      }),
    );
  });
});
