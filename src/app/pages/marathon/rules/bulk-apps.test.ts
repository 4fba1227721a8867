import { expect, it } from 'vitest';
import { appSummarySchema } from '../../../live/marathon-wire.ts';
import type { BulkAction } from '../../../paths.ts';
import { bulkActionOf, splitForAction } from './bulk-apps.ts';

const apps = [
  { id: '/runs', instances: 2 },
  { id: '/suspended', instances: 0 },
].map((app) => appSummarySchema.parse(app));

it.each<[BulkAction, string[]]>([
  ['scale', ['/runs', '/suspended']],
  ['restart', ['/runs']],
  ['suspend', ['/runs']],
  ['resume', ['/suspended']],
  ['destroy', ['/runs', '/suspended']],
])('does %s only where it changes something', (action, ids) => {
  const { concerned, leftOut } = splitForAction(action, apps);
  expect(concerned.map(({ id }) => id)).toEqual(ids);
  expect(concerned.length + leftOut.length).toBe(apps.length);
});

it('knows an action by its word in an address', () => {
  expect(bulkActionOf('suspend')).toBe('suspend');
  expect(bulkActionOf('explode')).toBeUndefined();
});
