import { expect, it } from 'vitest';
import { effectOf } from './deployment-effect.ts';

const web = { id: '/web', cmd: 'run', instances: 4, upgradeStrategy: { minimumHealthCapacity: 0.5, maximumOverCapacity: 0.25 } };

it('starts what is new, and does nothing for no change', () => {
  expect(effectOf(undefined, web)).toEqual({ kind: 'start', instances: 4 });
  expect(effectOf(undefined, { id: '/a' })).toEqual({ kind: 'start', instances: 1 });
  expect(effectOf(web, { ...web })).toEqual({ kind: 'none' });
});

it('leaves running instances alone when only their number changes', () => {
  expect(effectOf(web, { ...web, instances: 6 })).toEqual({ kind: 'scale', from: 4, to: 6 });
});

it('replaces all of them for any other change, within the bounds of the upgrade strategy', () => {
  expect(effectOf(web, { ...web, cmd: 'walk' })).toEqual({ kind: 'replace', instances: 4, least: 2, most: 5 });
  expect(effectOf({ id: '/a', instances: 2 }, { id: '/a', instances: 2, user: 'nobody' })).toEqual({
    kind: 'replace',
    instances: 2,
    least: 2,
    most: 4,
  });
});
