import { describe, expect, it } from 'vitest';
import { testApp } from '../test-world.test-support.ts';
import { versionedSpec, versionedRoot } from './app-versions.ts';
import { commonGroup, emptyGroup, mapApps, withSpec } from './group-tree.ts';

const [V1, V2, V3] = ['2016-04-26T09:00:00.000Z', '2016-04-26T09:00:01.000Z', '2016-04-26T09:00:02.000Z'] as const;
const NONE = { restart: new Set<string>(), kept: new Set<string>() };

describe('versions of an app (FACTS 44)', () => {
  const first = versionedSpec(undefined, testApp('/a'), V1, false);
  it.each([
    ['a scale', { instances: 5 }, false, { lastScalingAt: V2, lastConfigChangeAt: V1 }],
    ['a restart', {}, true, { lastScalingAt: V2, lastConfigChangeAt: V1 }],
    ['a change', { mem: 64 }, false, { lastScalingAt: V2, lastConfigChangeAt: V2 }],
  ])('%s', (_what, change, restart, versionInfo) => {
    expect(versionedSpec(first, { ...first, ...change }, V2, restart)).toMatchObject({ version: V2, versionInfo });
  });
  it('a change of nothing keeps the version', () => {
    expect(versionedSpec(first, { ...first, version: V3 }, V2, false)).toBe(first);
  });
});

describe('versions of the tree', () => {
  const before = versionedRoot(emptyGroup('/', V1), [testApp('/g/a'), testApp('/h/b')].reduce(withSpec, emptyGroup('/', V1)), V1, NONE);
  it('rise along the way to a change and nowhere else', () => {
    const after = versionedRoot(
      before,
      mapApps(before, (app) => (app.id === '/g/a' ? { ...app, mem: 64 } : app)),
      V2,
      NONE,
    );
    expect(after.version).toBe(V2);
    expect(after.groups.map(({ id, version }) => [id, version])).toEqual([
      ['/g', V2],
      ['/h', V1],
    ]);
    expect(after.groups[1]).toBe(before.groups[1]);
  });
  it('stay as they are when nothing changed', () => {
    expect(
      versionedRoot(
        before,
        mapApps(before, (app) => ({ ...app })),
        V2,
        NONE,
      ),
    ).toBe(before);
  });
  it('of an app that an undo brings back are the old ones', () => {
    const now = versionedRoot(before, withSpec(before, testApp('/g/a', { mem: 64 })), V2, NONE);
    const [old] = before.groups[0]?.apps ?? [];
    const undone = versionedRoot(now, old ? withSpec(now, old) : now, V3, { ...NONE, kept: new Set(['/g/a']) });
    expect(undone.groups[0]?.apps[0]).toEqual(old);
    expect(undone.version).toBe(V3);
  });
});

it('the common group is the deepest around all', () => {
  expect(commonGroup([])).toBe('/');
  expect(commonGroup(['/a/b'])).toBe('/a/b');
  expect(commonGroup(['/a/b/c', '/a/b', '/a/bc'])).toBe('/a');
  expect(commonGroup(['/a', '/b'])).toBe('/');
});
