import { expect, it } from 'vitest';
import { appSummarySchema } from '../../../live/marathon-wire.ts';
import { readFactor, scaledApps } from './scaled-group.ts';

const apps = [
  { id: '/shop/web', instances: 3 },
  { id: '/shop/jobs/mailer', instances: 1 },
  { id: '/shop/off', instances: 0 },
  { id: '/shopping', instances: 5 },
].map((app) => appSummarySchema.parse(app));

it('rounds up, as Marathon does, and names only what changes', () => {
  expect(scaledApps(apps, '/shop', 0.5)).toEqual([{ id: '/shop/web', from: 3, to: 2 }]);
  expect(scaledApps(apps, '/', 2).map(({ id, to }) => [id, to])).toEqual([
    ['/shop/web', 6],
    ['/shop/jobs/mailer', 2],
    ['/shopping', 10],
  ]);
});

it.each([
  ['1.5', 1.5],
  ['0,5', 0.5],
  ['0', 0],
  ['', undefined],
  ['-1', undefined],
  ['twice', undefined],
])('reads the factor "%s"', (text, factor) => {
  expect(readFactor(text)).toBe(factor);
});
