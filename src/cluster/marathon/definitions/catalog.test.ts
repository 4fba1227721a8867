import { expect, test } from 'vitest';
import { limits } from '../../kernel/limits.ts';
import { memoryStore } from '../../kernel/store.ts';
import { testApp } from '../test-world.test-support.ts';
import { createCatalog } from './catalog.ts';
import { emptyGroup, withSpec, withoutSpec } from './group-tree.ts';

const time = (second: number): string => new Date(Date.UTC(2016, 3, 26, 9, 0, second)).toISOString();

test('what was stored is the same tree again, groups without apps included', () => {
  const store = memoryStore();
  const catalog = createCatalog(store, time(0));
  const empty = { ...emptyGroup('/empty', time(1)), dependencies: ['/a'] };
  const apps = [testApp('/a/b/c', { version: time(1) }), testApp('/top', { version: time(1) })];
  const { writes, show } = catalog.change({
    ...apps.reduce(withSpec, catalog.root()),
    groups: [...apps.reduce(withSpec, catalog.root()).groups, empty],
  });
  store.write(writes);
  show();
  expect(createCatalog(store, time(9)).root()).toEqual(catalog.root());
  expect(catalog.spec('/a/b/c')).toEqual(apps[0]);
});

test('a change writes only what it changed', () => {
  const store = memoryStore();
  const catalog = createCatalog(store, time(0));
  const put = (...apps: ReturnType<typeof testApp>[]): string[] => {
    const { writes, show } = catalog.change(apps.reduce(withSpec, catalog.root()));
    store.write(writes);
    show();
    return writes.map(({ collection, key }) => `${collection} ${key}`);
  };
  put(testApp('/g/a', { version: time(1) }), testApp('/g/b', { version: time(1) }), testApp('/h/c', { version: time(1) }));
  expect(put(testApp('/g/a', { version: time(2), mem: 64 }))).toEqual([
    'marathon/groups /',
    'marathon/groups /g',
    'marathon/apps /g/a',
    `marathon/versions /g/a@${time(2)}`,
  ]);
});

test('versions are newest first, limited, and outlive the app', () => {
  const store = memoryStore();
  const catalog = createCatalog(store, time(0));
  const total = limits.versionsPerApp + 2;
  for (let second = 1; second <= total; second++) {
    const { writes, show } = catalog.change(withSpec(catalog.root(), testApp('/a', { version: time(second) })));
    store.write(writes);
    show();
  }
  const { writes, show } = catalog.change(withoutSpec(catalog.root(), '/a'));
  store.write(writes);
  show();
  for (const known of [catalog, createCatalog(store, time(0))]) {
    expect(known.spec('/a')).toBeUndefined();
    expect(known.versions('/a')).toHaveLength(limits.versionsPerApp);
    expect(known.versions('/a')[0]).toBe(time(total));
    expect(known.specAt('/a', time(total))?.version).toBe(time(total));
    expect(known.specAt('/a', time(1))).toBeUndefined();
  }
});

test('of apps that are gone only the latest are remembered', () => {
  const store = memoryStore();
  const catalog = createCatalog(store, time(0));
  for (let number = 0; number < 250; number++) {
    const added = withSpec(catalog.root(), testApp(`/a${number}`, { version: time(number) }));
    for (const root of [added, withoutSpec(added, `/a${number}`)]) {
      const { writes, show } = catalog.change(root);
      store.write(writes);
      show();
    }
  }
  expect(catalog.versions('/a0')).toEqual([]);
  expect(catalog.versions('/a249')).toEqual([time(249)]);
  expect(store.list('marathon/versions').length).toBeLessThanOrEqual(201);
});
