import { expect, test } from 'vitest';
import { emptyGroup, groupsOf, specsById, withSpec, withoutSpec } from '../definitions/group-tree.ts';
import { testPod } from '../test-pod.test-support.ts';
import { testApp } from '../test-world.test-support.ts';
import { reverted } from './deployment-revert.ts';

const V1 = '2016-04-26T09:00:00.000Z';
const before = [testApp('/g/changed', { mem: 16, version: V1 }), testApp('/gone/app')].reduce(withSpec, emptyGroup('/', V1));

test('an undo brings back what was changed and removed, takes away what was added, and leaves what others did', () => {
  const other = testApp('/other');
  const now = [testApp('/g/changed', { mem: 99 }), testApp('/new/deep/app'), other].reduce(withSpec, withoutSpec(before, '/gone/app'));
  const undone = reverted(now, {
    changes: [
      { id: '/g/changed', before: testApp('/g/changed', { mem: 16, version: V1 }) },
      { id: '/gone/app', before: testApp('/gone/app') },
      { id: '/new/deep/app', after: testApp('/new/deep/app') },
    ],
    addedGroups: ['/new', '/new/deep'],
  });
  expect(specsById(undone)).toEqual(new Map([...specsById(before), ['/other', other]]));
  expect([...groupsOf(undone)].map(({ id }) => id).sort()).toEqual(['/', '/g', '/gone']);
});

test('a group that the deployment added stays when another app is in it by now', () => {
  const now = [testApp('/new/app'), testApp('/new/other')].reduce(withSpec, emptyGroup('/', V1));
  const undone = reverted(now, { changes: [{ id: '/new/app', after: testApp('/new/app') }], addedGroups: ['/new'] });
  expect([...specsById(undone).keys()]).toEqual(['/new/other']);
});

test('a pod that took the place of an app gives it back', () => {
  const [app, pod] = [testApp('/x', { version: V1 }), testPod('/x')];
  const undone = reverted(withSpec(emptyGroup('/', V1), pod), { changes: [{ id: '/x', before: app, after: pod }], addedGroups: [] });
  expect([undone.apps, undone.pods]).toEqual([[app], []]);
});
