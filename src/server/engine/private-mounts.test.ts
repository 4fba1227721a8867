import { expect, it } from 'vitest';
import { mountsBelow } from './private-mounts.ts';

it('mounts of a directory are those at and below it, each before what it lies on', () => {
  const mountinfo = [
    '22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw',
    '90 22 254:0 /state/data /state/data rw - ext4 /dev/vda rw',
    '91 22 0:4 net:[1] /state/run/netns/default rw - nsfs nsfs rw',
    '92 90 0:50 / /state/data/with\\040blank/x rw - overlay overlay rw',
    '93 22 0:51 / /state/database rw - tmpfs tmpfs rw',
  ].join('\n');
  expect(mountsBelow(mountinfo, ['/state/data', '/state/run'])).toEqual([
    '/state/run/netns/default',
    '/state/data/with blank/x',
    '/state/data',
  ]);
  expect(mountsBelow('', ['/state/data'])).toEqual([]);
});
