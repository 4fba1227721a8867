import { expect, it } from 'vitest';
import { appSummarySchema } from '../../../live/marathon-wire.ts';
import { type AppFilter, filterCounts, isFiltering, matches } from './app-filter.ts';
import { appsBelow } from './app-rows.ts';

const apps = [
  { id: '/redis', instances: 2, tasksRunning: 2, container: { volumes: [{ containerPath: '/data' }] } },
  { id: '/prod/web', instances: 3, tasksRunning: 3, tasksHealthy: 2, tasksUnhealthy: 1, labels: { tier: 'front', team: 'shop' } },
  { id: '/prod/db/main', instances: 1, tasksStaged: 1, labels: { tier: 'data' } },
  { id: '/production', instances: 0, labels: { team: 'shop' } },
].map((app) => appSummarySchema.parse(app));
const rows = appsBelow('/', apps, new Map<string, never>());
const everything: AppFilter = { text: '', statuses: [], healths: [], labels: [], volumes: false };
const found = (filter: Partial<AppFilter>): string[] =>
  rows.filter((row) => matches(row, { ...everything, ...filter })).map(({ id }) => id);

it('finds by id and by label, ignoring case', () => {
  expect(found({ text: 'PROD/' })).toEqual(['/prod/web', '/prod/db/main']);
  expect(found({ text: 'tier:front' })).toEqual(['/prod/web']);
});

it('takes any of the choices of one block', () => {
  expect(found({ statuses: ['suspended', 'staging'] })).toEqual(['/prod/db/main', '/production']);
  expect(found({ labels: ['tier:data', 'team:shop'] })).toEqual(['/prod/web', '/prod/db/main', '/production']);
});

it('asks for all blocks at once', () => {
  expect(found({ labels: ['team:shop'], statuses: ['running'] })).toEqual(['/prod/web']);
  expect(found({ volumes: true })).toEqual(['/redis']);
  expect(found({ volumes: true, labels: ['team:shop'] })).toEqual([]);
});

it('finds an app by the health of any of its instances', () => {
  expect(found({ healths: ['healthy'] })).toEqual(['/prod/web']);
  expect(found({ healths: ['unhealthy'] })).toEqual(['/prod/web']);
  expect(found({ healths: ['unknown'] })).toEqual(['/redis']);
});

it('counts every choice', () => {
  const counts = filterCounts(rows);
  expect(Object.fromEntries(counts.statuses)).toEqual({ running: 2, staging: 1, suspended: 1 });
  expect(Object.fromEntries(counts.healths)).toEqual({ healthy: 1, unhealthy: 1, unknown: 1 });
  expect([...counts.labels]).toEqual([
    ['team:shop', 2],
    ['tier:data', 1],
    ['tier:front', 1],
  ]);
  expect(counts.volumes).toBe(1);
});

it('knows whether anything is filtered at all', () => {
  expect(isFiltering({ ...everything, text: ' ' })).toBe(false);
  expect(isFiltering({ ...everything, volumes: true })).toBe(true);
});
